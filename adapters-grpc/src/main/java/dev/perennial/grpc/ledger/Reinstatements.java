package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.GivingBack;
import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.shared.Payload;
import dev.perennial.contract.ledger.v1.ExpiredWithin;
import dev.perennial.contract.ledger.v1.ReinstateUnitsRequest;
import dev.perennial.contract.ledger.v1.ReinstateUnitsResponse;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.Reinstatement.Reinstated;
import dev.perennial.domain.loyalty.Reinstatement.Until;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** Units that ran out and are given back. */
public final class Reinstatements {

    private static final String A_MOMENT = "must be a moment from the year 1 to 9999";

    private Reinstatements() {}

    /** What the annotations cannot say. */
    public static List<SyntaxCheck<?>> checks() {
        return List.of(new SyntaxCheck<>(ReinstateUnitsRequest.class, (request, problems) -> {
            if (request.hasExpiresAt()) {
                problems.at("expires_at").require(Times.isValid(request.getExpiresAt()), A_MOMENT);
            }
            if (request.hasWithin()) {
                within(request.getWithin(), problems.at("within"));
            }
        }));
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

    static GivingBack asked(ReinstateUnitsRequest request) {
        Expectations expectations = Expectations.told(
                request.hasExpectedMemberSeq(),
                request.getExpectedMemberSeq(),
                request.hasExpectedProgramVersion(),
                request.getExpectedProgramVersion());
        return new GivingBack(
                new MemberId(request.getMemberId()),
                new Reinstatement(new UnitId(request.getUnit()), which(request), request.getAmount(), until(request)),
                request.getReason(),
                request.getActor(),
                expectations);
    }

    private static Expired which(ReinstateUnitsRequest request) {
        return request.hasEntryNumber()
                ? new Expired.By(request.getEntryNumber())
                : new Expired.Within(
                        Times.toDomain(request.getWithin().getFrom()),
                        Times.toDomain(request.getWithin().getBefore()));
    }

    private static Until until(ReinstateUnitsRequest request) {
        return switch (request.getUntilCase()) {
            case EXPIRES_AT -> new Until.Moment(Times.toDomain(request.getExpiresAt()));
            case EXPIRES_AFTER_DAYS -> new Until.Days(request.getExpiresAfterDays());
            case NEVER -> new Until.Never();
            case UNTIL_NOT_SET -> throw new IllegalArgumentException("the annotations require one of them");
        };
    }

    static Payload given(Reinstated done, long command) {
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
