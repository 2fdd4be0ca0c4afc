package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.Adjustment;
import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.shared.Payload;
import dev.perennial.contract.ledger.v1.ExpiredWithin;
import dev.perennial.contract.ledger.v1.NeverExpires;
import dev.perennial.contract.ledger.v1.ProposeAdjustmentRequest;
import dev.perennial.contract.ledger.v1.ReinstateUnitsRequest;
import dev.perennial.contract.ledger.v1.ReinstateUnitsResponse;
import dev.perennial.contract.ledger.v1.UnitsToReinstate;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.Reinstatement.Until;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.List;

/** Units that ran out and are given back. */
public final class Reinstatements {

    private static final String A_MOMENT = "must be a moment from the year 1 to 9999";

    private Reinstatements() {}

    /** What the annotations cannot say. */
    public static List<SyntaxCheck<?>> checks() {
        return List.of(
                new SyntaxCheck<>(ReinstateUnitsRequest.class, (request, problems) -> check(units(request), problems)),
                new SyntaxCheck<>(ProposeAdjustmentRequest.class, (request, problems) -> {
                    if (request.hasReinstate()) {
                        check(request.getReinstate(), problems.at("reinstate"));
                    }
                }));
    }

    private static void check(UnitsToReinstate units, Problems problems) {
        if (units.hasExpiresAt()) {
            problems.at("expires_at").require(Times.isValid(units.getExpiresAt()), A_MOMENT);
        }
        if (units.hasWithin()) {
            within(units.getWithin(), problems.at("within"));
        }
    }

    private static void within(ExpiredWithin time, Problems problems) {
        boolean from = time.hasFrom() && Times.isValid(time.getFrom());
        boolean before = time.hasBefore() && Times.isValid(time.getBefore());
        problems.at("from").require(from, A_MOMENT);
        problems.at("before").require(before, A_MOMENT);
        if (from && before) {
            problems.at("before")
                    .require(
                            Times.toDomain(time.getFrom()).isBefore(Times.toDomain(time.getBefore())),
                            "must be later than from");
        }
    }

    /** What both requests ask for in the same words. */
    private static UnitsToReinstate units(ReinstateUnitsRequest request) {
        UnitsToReinstate.Builder units = UnitsToReinstate.newBuilder().setAmount(request.getAmount());
        switch (request.getExpiredCase()) {
            case ENTRY_NUMBER -> units.setEntryNumber(request.getEntryNumber());
            case WITHIN -> units.setWithin(request.getWithin());
            case EXPIRED_NOT_SET -> {
                // the annotations say so
            }
        }
        switch (request.getUntilCase()) {
            case EXPIRES_AT -> units.setExpiresAt(request.getExpiresAt());
            case EXPIRES_AFTER_DAYS -> units.setExpiresAfterDays(request.getExpiresAfterDays());
            case NEVER -> units.setNever(request.getNever());
            case UNTIL_NOT_SET -> {
                // the annotations say so
            }
        }
        return units.build();
    }

    static Adjustment asked(ReinstateUnitsRequest request) {
        Expectations expectations = Expectations.told(
                request.hasExpectedMemberSeq(),
                request.getExpectedMemberSeq(),
                request.hasExpectedProgramVersion(),
                request.getExpectedProgramVersion());
        return new Adjustment(
                new MemberId(request.getMemberId()),
                correction(request.getUnit(), units(request)),
                request.getReason(),
                request.getActor(),
                expectations);
    }

    static Correction correction(String unit, UnitsToReinstate units) {
        return new Correction.Reinstate(
                new Reinstatement(new UnitId(unit), which(units), units.getAmount(), until(units)));
    }

    private static Expired which(UnitsToReinstate units) {
        return units.hasEntryNumber()
                ? new Expired.By(units.getEntryNumber())
                : new Expired.Within(
                        Times.toDomain(units.getWithin().getFrom()),
                        Times.toDomain(units.getWithin().getBefore()));
    }

    private static Until until(UnitsToReinstate units) {
        return switch (units.getUntilCase()) {
            case EXPIRES_AT -> new Until.Moment(Times.toDomain(units.getExpiresAt()));
            case EXPIRES_AFTER_DAYS -> new Until.Days(units.getExpiresAfterDays());
            case NEVER -> new Until.Never();
            case UNTIL_NOT_SET -> throw new IllegalArgumentException("the annotations require one of them");
        };
    }

    static UnitsToReinstate units(Reinstatement what) {
        UnitsToReinstate.Builder units = UnitsToReinstate.newBuilder().setAmount(what.amount());
        switch (what.which()) {
            case Expired.By(long entry) -> units.setEntryNumber(entry);
            case Expired.Within(Instant from, Instant before) ->
                units.setWithin(
                        ExpiredWithin.newBuilder().setFrom(Times.toProto(from)).setBefore(Times.toProto(before)));
        }
        switch (what.until()) {
            case Until.Moment(Instant at) -> units.setExpiresAt(Times.toProto(at));
            case Until.Days(int days) -> units.setExpiresAfterDays(days);
            case Until.Never() -> units.setNever(NeverExpires.getDefaultInstance());
        }
        return units.build();
    }

    static Payload given(Corrected done, long command) {
        Decision decision = done.decision();
        return Replies.payload(ReinstateUnitsResponse.newBuilder()
                .setCommandNumber(command)
                .setAmount(done.amount())
                .addAllEntries(LedgerTranslator.entries(decision.entries()))
                .addAllBalances(LedgerTranslator.balances(decision.after().wallet()))
                .setMemberSeq(decision.after().sequence())
                .build());
    }
}
