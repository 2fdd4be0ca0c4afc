package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.loyalty.v1.BatchGetWalletsRequest;
import dev.perennial.contract.loyalty.v1.BatchGetWalletsResponse;
import dev.perennial.contract.loyalty.v1.GetWalletRequest;
import dev.perennial.contract.loyalty.v1.GetWalletResponse;
import dev.perennial.contract.loyalty.v1.OfferedReward;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.Redemption;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.loyalty.v1.Wallet;
import dev.perennial.contract.loyalty.v1.WalletUnit;
import dev.perennial.contract.loyalty.v1.WatchWalletRequest;
import dev.perennial.contract.loyalty.v1.WatchWalletResponse;
import io.grpc.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** Everything that a member's screen shows, in one call. */
class WalletStoryTest {

    private final Shop shop = Platform.newShop()
            .runs(aProgram(aRule("base").perEuro(1).pendingFor(2).expiringAfter(30))
                    .selling(
                            Catalogue.voucher("mug", 60, 90),
                            Catalogue.voucher("yacht", 1_000, 0),
                            Catalogue.voucher("cup", 45, 0),
                            Catalogue.voucher("edition", 5, 0).setStock(1)))
            .enrols("alice")
            .enrols("bob");

    @Test
    void oneCallTellsWhatThereIsWhatComesAndWhatCanBeHad() {
        shop.buys("alice", "o1", euros(100)).at(day(0));
        shop.buys("alice", "o2", euros(7)).at(day(3));
        reserve("mug");

        Wallet wallet = wallet("");

        WalletUnit points = wallet.getUnits(0);
        assertThat(points.getName()).isEqualTo("Points");
        assertThat(points.getAvailable()).isEqualTo(40);
        assertThat(points.getPending()).isEqualTo(7);
        assertThat(points.getHeld()).isEqualTo(60);
        assertThat(points.getBecomesActive().getAmount()).isEqualTo(7);
        assertThat(moment(points.getBecomesActive().getAt())).isEqualTo(day(5));
        assertThat(points.getRunsOut().getAmount()).isEqualTo(40);
        assertThat(moment(points.getRunsOut().getAt())).isEqualTo(day(30));
        assertThat(wallet.getAffordableRewardsList())
                .extracting(OfferedReward::getId)
                .containsExactly("edition");
        assertThat(wallet.getNearlyAffordableRewardsList())
                .extracting(OfferedReward::getId)
                .containsExactly("cup", "mug", "yacht");
        assertThat(wallet.getReservationsList())
                .extracting(Redemption::getRewardId)
                .containsExactly("mug");
        assertThat(wallet.getVouchersList()).isEmpty();
    }

    @Test
    void whoeverWatchesAWalletIsToldWhenItChanges() throws Exception {
        shop.buys("alice", "o1", euros(100)).at(day(0));
        Context.CancellableContext watching = Context.current().withCancellation();
        Iterator<WatchWalletResponse> wallets = watching.call(() -> shop.wallets
                .withDeadlineAfter(Duration.ofMinutes(1))
                .watchWallet(
                        WatchWalletRequest.newBuilder().setMemberId("alice").build()));
        try {
            assertThat(wallets.next().getWallet().getUnits(0).getPending()).isEqualTo(100);

            Platform.CLOCK.set(day(3));
            shop.buys("bob", "o2", euros(100)).at(day(3));
            assertThat(wallets.next().getWallet().getUnits(0).getAvailable()).isEqualTo(100);

            reserve("mug");
            assertThat(wallets.next().getWallet().getUnits(0).getHeld()).isEqualTo(60);
        } finally {
            watching.cancel(null);
        }
        assertThat(Reply.refusalOf(() -> shop.wallets
                        .watchWallet(WatchWalletRequest.newBuilder()
                                .setMemberId("nobody")
                                .build())
                        .next()))
                .isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
    }

    @Test
    void whoeverHasTheWalletGetsItAgainOnlyWhenSomethingHasChanged() {
        shop.buys("alice", "o1", euros(100)).at(day(0));
        shop.buys("bob", "o2", euros(100)).at(day(0));
        Platform.CLOCK.set(day(3));
        String etag = wallet("").getEtag();

        assertThat(ask(etag).getNotModified()).isTrue();
        assertThat(ask(etag).hasWallet()).isFalse();

        redeem("bob", "edition");
        Wallet without = wallet(etag);
        assertThat(without.getAffordableRewardsList())
                .as("somebody took the last one")
                .extracting(OfferedReward::getId)
                .containsExactly("mug", "cup");

        Platform.CLOCK.set(day(31));
        assertThat(wallet(without.getEtag()).getUnits(0).getAvailable())
                .as("time alone")
                .isZero();
    }

    @Test
    void manyAreAskedForAtOnce() {
        shop.buys("alice", "o1", euros(100)).at(day(0));
        Platform.CLOCK.set(day(3));
        redeem("alice", "cup");

        BatchGetWalletsResponse found = shop.wallets.batchGetWallets(BatchGetWalletsRequest.newBuilder()
                .addMemberIds("nobody")
                .addMemberIds("bob")
                .addMemberIds("alice")
                .build());

        assertThat(found.getWalletsList()).extracting(Wallet::getMemberId).containsExactly("bob", "alice");
        assertThat(found.getWallets(1)).isEqualTo(wallet(""));
        assertThat(found.getWallets(1).getVouchersList())
                .extracting(Redemption::getRewardId)
                .containsExactly("cup");
        assertThat(found.getUnknownMemberIdsList()).containsExactly("nobody");
    }

    private Wallet wallet(String ifNoneMatch) {
        GetWalletResponse reply = ask(ifNoneMatch);
        assertThat(reply.hasWallet()).isTrue();
        return reply.getWallet();
    }

    private GetWalletResponse ask(String ifNoneMatch) {
        return shop.wallets.getWallet(GetWalletRequest.newBuilder()
                .setMemberId("alice")
                .setIfNoneMatch(ifNoneMatch)
                .build());
    }

    private void reserve(String reward) {
        shop.rewards.reserveReward(ReserveRewardRequest.newBuilder()
                .setMemberId("alice")
                .setRewardId(reward)
                .setRequestId("reserve-" + reward)
                .build());
    }

    private void redeem(String member, String reward) {
        shop.rewards.redeemReward(RedeemRewardRequest.newBuilder()
                .setMemberId(member)
                .setRewardId(reward)
                .setRequestId("redeem-" + reward)
                .build());
    }

    private static Instant moment(com.google.protobuf.Timestamp timestamp) {
        return Instant.ofEpochMilli(Timestamps.toMillis(timestamp));
    }
}
