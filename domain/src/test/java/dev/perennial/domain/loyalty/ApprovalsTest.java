package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.Approvals.Decided;
import dev.perennial.domain.loyalty.Correction.Adjust;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.program.UnitDefinition.Kind;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Members;
import dev.perennial.domain.testing.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Up to 100 points are corrected by one person alone. */
class ApprovalsTest {

    private static final ProgramHistory PROGRAM = approvedAbove(100);
    private static final ProgramHistory FREE =
            aProgram(aRule("base").perEuro(1)).alone();
    private static final Duration WEEK = Duration.ofDays(7);

    private final MemberState nobody = Members.aMember();

    @Test
    void aUnitWithoutALimitNeedsNoLookAtThePast() {
        assertThat(approvals(FREE, nobody, day(1)).historyNeeded(new Adjust(POINTS, 1_000), "kim"))
                .isEmpty();
        assertThat(alone(FREE, 1_000, 0)).isNull();
    }

    @Test
    void whatTheActorDidWithinADayCountsEitherWay() {
        assertThat(approvals(PROGRAM, nobody, day(5)).historyNeeded(new Adjust(POINTS, 1), "kim"))
                .isEqualTo(Optional.of(new HistoryNeed.OfCorrections(POINTS, null, "kim", day(4))));
        assertThat(alone(PROGRAM, 100, 0)).isNull();
        assertThat(alone(PROGRAM, 101, 0)).isEqualTo(Reason.APPROVAL_NEEDED);
        assertThat(alone(PROGRAM, 40, 60)).isNull();
        assertThat(alone(PROGRAM, 41, 60)).isEqualTo(Reason.APPROVAL_NEEDED);
        assertThat(alone(PROGRAM, 1, 100)).isEqualTo(Reason.APPROVAL_NEEDED);
    }

    @Test
    void whoCorrectsAUnitWithALimitSaysWhoItIs() {
        var refused =
                (Result.Refused<Corrected>) approvals(PROGRAM, nobody, day(5)).alone(new Adjust(POINTS, 1), "  ", null);
        assertThat(refused.refusal().problems()).extracting(Problem::field).containsExactly("actor");
        assertThat(approvals(FREE, nobody, day(5)).alone(new Adjust(POINTS, 1), "", null))
                .isInstanceOf(Result.Ok.class);
    }

    @Test
    void theRefusalTellsWhatCounts() {
        History past = History.ofCorrections(nobody, new Corrections(List.of(), 60, null), List.of());
        var refused = (Result.Refused<Corrected>)
                approvals(PROGRAM, nobody, day(5)).alone(new Adjust(POINTS, 41), "kim", past);
        assertThat(refused.refusal().details())
                .isEqualTo(Map.of("unit", "points", "limit", "100", "amount", "41", "alone", "60"));
    }

    @Test
    void somebodyElseApprovesItOnce() {
        Decided proposed =
                ok(approvals(PROGRAM, nobody, day(1)).propose(new Adjust(POINTS, 500), "why", "kim", WEEK, null));
        MemberState after = proposed.decision().after();
        assertThat(after.wallet()).isEqualTo(nobody.wallet());
        assertThat(proposed.decision().events())
                .containsExactly(new Event.AdjustmentProposalChanged(
                        day(1), proposed.proposal().number(), "points", 500, "", "OPEN"));

        Approvals later = approvals(PROGRAM, after, day(2));
        assertThat(refusal(later.approve(knowing(after, proposed.proposal()), "kim")))
                .isEqualTo(Reason.SAME_ACTOR);
        assertThat(refusal(later.approve(knowing(after, null), "maria"))).isEqualTo(Reason.PROPOSAL_NOT_FOUND);
        Decided approved = ok(later.approve(knowing(after, proposed.proposal()), "maria"));
        assertThat(approved.decision().after().wallet().balance(POINTS).available())
                .isEqualTo(500);
        assertThat(approved.proposal().decider()).isEqualTo("maria");
        assertThat(approved.proposal().decidedBy())
                .isEqualTo(approved.decision().after().lastCommand());
        assertThat(approved.decision().events())
                .hasSize(2)
                .endsWith(new Event.AdjustmentProposalChanged(
                        day(2), proposed.proposal().number(), "points", 500, "OPEN", "APPROVED"));
        assertThat(approved.decision().after().sequence()).isEqualTo(after.sequence() + 2);

        MemberState done = approved.decision().after();
        assertThat(refusal(approvals(PROGRAM, done, day(2)).approve(knowing(done, approved.proposal()), "maria")))
                .isEqualTo(Reason.PROPOSAL_STATE);
    }

    @Test
    void whetherItIsPossibleIsDecidedWhenItIsApproved() {
        Decided proposed =
                ok(approvals(PROGRAM, nobody, day(1)).propose(new Adjust(POINTS, -500), "why", "kim", WEEK, null));
        MemberState after = proposed.decision().after();
        assertThat(refusal(approvals(PROGRAM, after, day(2)).approve(knowing(after, proposed.proposal()), "maria")))
                .isEqualTo(Reason.INSUFFICIENT_UNITS);
    }

    @Test
    void itLapsesByTimeAndWhoeverProposedItMayTakeItBack() {
        Decided proposed =
                ok(approvals(PROGRAM, nobody, day(1)).propose(new Adjust(POINTS, 500), "why", "kim", WEEK, null));
        MemberState after = proposed.decision().after();
        History known = knowing(after, proposed.proposal());
        assertThat(proposed.proposal().stateAt(day(7))).isEqualTo(ProposalState.OPEN);
        assertThat(proposed.proposal().stateAt(day(8))).isEqualTo(ProposalState.LAPSED);
        assertThat(refusal(approvals(PROGRAM, after, day(8)).approve(known, "maria")))
                .isEqualTo(Reason.PROPOSAL_STATE);
        assertThat(refusal(approvals(PROGRAM, after, day(8)).reject(known, "maria", "")))
                .isEqualTo(Reason.PROPOSAL_STATE);
        Decided back = ok(approvals(PROGRAM, after, day(2)).reject(known, "kim", "a slip"));
        assertThat(back.proposal().state()).isEqualTo(ProposalState.REJECTED);
        assertThat(back.proposal().because()).isEqualTo("a slip");
        assertThat(back.decision().entries()).isEmpty();
    }

    private static ProgramHistory approvedAbove(long points) {
        Program free = aProgram(aRule("base").perEuro(1)).program();
        UnitDefinition limited = new UnitDefinition("points", "Points", 0, Kind.POINTS, null, "", null, points);
        Program program = new Program(
                free.zone(),
                free.currency(),
                free.reopenWindow(),
                Map.of(POINTS, limited),
                free.rules(),
                free.multipliers(),
                free.counters(),
                free.rewards(),
                free.discounts(),
                free.document());
        return new ProgramHistory(List.of(
                new InForce(new ProgramVersion(1, Moments.START, Moments.START, "", free.document()), program)));
    }

    private static Approvals approvals(ProgramHistory programs, MemberState state, Instant now) {
        return new Approvals(programs, state, Budgets.NONE, now);
    }

    /** Why it is refused; null when it is done. */
    private @Nullable Reason alone(ProgramHistory programs, long amount, long before) {
        History past = History.ofCorrections(nobody, new Corrections(List.of(), before, null), List.of());
        return switch (approvals(programs, nobody, day(5)).alone(new Adjust(POINTS, amount), "kim", past)) {
            case Result.Ok<Corrected> done -> null;
            case Result.Refused<Corrected>(Refusal refusal) -> refusal.reason();
        };
    }

    private static History knowing(MemberState state, @Nullable Proposal proposal) {
        return History.ofCorrections(state, new Corrections(List.of(), 0, proposal), List.of());
    }

    private static Decided ok(Result<Decided> result) {
        return switch (result) {
            case Result.Ok<Decided>(Decided done) -> done;
            case Result.Refused<Decided>(Refusal refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    private static Reason refusal(Result<Decided> result) {
        return switch (result) {
            case Result.Ok<Decided>(Decided done) -> throw new AssertionError("done: " + done.proposal());
            case Result.Refused<Decided>(Refusal refusal) -> refusal.reason();
        };
    }
}
