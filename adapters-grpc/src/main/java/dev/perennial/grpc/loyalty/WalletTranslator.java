package dev.perennial.grpc.loyalty;

import com.google.protobuf.CodedOutputStream;
import dev.perennial.contract.loyalty.v1.OfferedReward;
import dev.perennial.contract.loyalty.v1.Redemption;
import dev.perennial.contract.loyalty.v1.UnitMoment;
import dev.perennial.contract.loyalty.v1.Wallet;
import dev.perennial.contract.loyalty.v1.WalletUnit;
import dev.perennial.domain.loyalty.Offer;
import dev.perennial.domain.loyalty.UnitNow;
import dev.perennial.domain.loyalty.WalletNow;
import dev.perennial.domain.loyalty.pool.PoolNow;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.grpc.shared.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/** Wallets as the contract tells them. */
final class WalletTranslator {

    private static final int NEARLY_MAX = 10;
    private static final int ETAG_LENGTH = 32;

    private WalletTranslator() {}

    /**
     * @param asked BCP 47; empty for the member's own
     * @param signing of the vouchers that can be used
     */
    static Wallet wallet(WalletNow now, String asked, Signing signing) {
        String locale = asked.isEmpty() ? now.member().traits().locale() : asked;
        Wallet.Builder building = Wallet.newBuilder()
                .setMemberId(now.member().id().value())
                .addAllUnits(now.units().stream().map(WalletTranslator::unit).toList())
                .setStanding(
                        StandingTranslator.standing(now.standing()).toBuilder().clearAsOf())
                .setProgress(
                        ProgressTranslator.progress(now.progress()).toBuilder().clearAsOf())
                .addAllAffordableRewards(
                        offers(now.offers().stream().filter(Offer::isOpen).toList(), locale))
                .addAllNearlyAffordableRewards(offers(nearly(now.offers()), locale))
                .addAllReservations(redemptions(now, locale, signing, state -> state == RedemptionState.RESERVED))
                .addAllVouchers(redemptions(now, locale, signing, state -> state == RedemptionState.REDEEMED))
                .setMemberSeq(now.member().sequence())
                .setProgramVersion(now.programVersion());
        PoolNow pool = now.pool();
        if (pool != null) {
            building.setPool(PoolTranslator.ofWallet(pool));
        }
        Wallet content = building.build();
        return content.toBuilder()
                .setEtag(etag(content))
                .setAsOf(Times.toProto(now.member().advancedTo()))
                .build();
    }

    private static List<Offer> nearly(List<Offer> offers) {
        return offers.stream()
                .filter(Offer::lacksOnlyUnits)
                .sorted(Offer.nearestFirst())
                .limit(NEARLY_MAX)
                .toList();
    }

    private static List<OfferedReward> offers(List<Offer> offers, String locale) {
        return offers.stream()
                .map(offer -> OfferTranslator.offer(offer, locale))
                .toList();
    }

    private static List<Redemption> redemptions(
            WalletNow now, String locale, Signing signing, Predicate<RedemptionState> which) {
        return now.member().redemptions().open().values().stream()
                .filter(redemption -> redemption.checkout() == null && which.test(redemption.state()))
                .map(redemption ->
                        RedemptionTranslator.redemption(redemption, now.rewardOf(redemption), locale, signing))
                .toList();
    }

    private static WalletUnit unit(UnitNow now) {
        WalletUnit.Builder proto = WalletUnit.newBuilder()
                .setUnit(now.unit().id())
                .setName(now.unit().name())
                .setScale(now.unit().scale())
                .setAvailable(now.balance().available())
                .setPending(now.balance().pending())
                .setHeld(now.balance().held())
                .setDebt(now.balance().debt());
        now.becomesActive().ifPresent(next -> proto.setBecomesActive(moment(next)));
        now.runsOut().ifPresent(next -> proto.setRunsOut(moment(next)));
        return proto.build();
    }

    private static UnitMoment moment(UnitNow.Next next) {
        return UnitMoment.newBuilder()
                .setAt(Times.toProto(next.at()))
                .setAmount(next.amount())
                .build();
    }

    /** A hash of everything in it, in one order: maps have none of their own. */
    private static String etag(Wallet content) {
        byte[] bytes = new byte[content.getSerializedSize()];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            content.writeTo(out);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, ETAG_LENGTH);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
