package dev.perennial.application.ledger;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Effect.Kind;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.loyalty.Approvals;
import dev.perennial.domain.loyalty.Approvals.Decided;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Correction.Adjust;
import dev.perennial.domain.loyalty.Corrections;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.Reinstatement.Until;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ProposalLog} promises, and what member states keep of corrections. */
public abstract class ProposalLogContract extends PortContract {

    private static final ProgramHistory PROGRAM =
            aProgram(aRule("base").perEuro(1)).alone();
    private static final Correction BACK = new Correction.Reinstate(
            new Reinstatement(POINTS, new Expired.Within(day(1), day(2)), 40, new Until.Moment(day(90))));

    private Proposal first;
    private Proposal second;

    @BeforeEach
    void propose() {
        desk.enrol("ada", START);
        desk.enrol("ben", START);
        first = asked(
                "ada",
                "p1",
                Kind.PROPOSE_ADJUSTMENT,
                (approvals, state) ->
                        approvals.propose(new Adjust(POINTS, -500), "a mishap ☕", "kim", Duration.ofDays(7), null));
        second = asked(
                "ben",
                "p2",
                Kind.PROPOSE_ADJUSTMENT,
                (approvals, state) -> approvals.propose(BACK, "we were closed", "kim", Duration.ofDays(1), null));
    }

    @Test
    void whatIsProposedIsKept() {
        assertThat(ports.proposalLog().find(id(), member("ada"), first.number()))
                .contains(first);
        assertThat(ports.proposalLog().find(id(), member("ben"), second.number()))
                .contains(second);
        assertThat(ports.proposalLog().find(id(), member("ada"), 99)).isEmpty();
        assertThat(ports.proposalLog().find(otherTenant.id(), member("ada"), first.number()))
                .isEmpty();
        assertThat(history("ben", new HistoryNeed.OfProposal(second.number())).corrections())
                .isEqualTo(new Corrections(List.of(), 0, second));
        assertThat(history("ben", new HistoryNeed.OfProposal(99)).corrections()).isEqualTo(Corrections.NONE);
    }

    @Test
    void theyAreListedByWhatTheyAreNowTheNewestFirst() {
        assertThat(listed(Optional.empty(), day(1))).containsExactly(second, first);
        assertThat(listed(Optional.of(ProposalState.OPEN), day(1))).containsExactly(second, first);
        assertThat(listed(Optional.of(ProposalState.OPEN), day(5))).containsExactly(first);
        assertThat(listed(Optional.of(ProposalState.LAPSED), day(5))).containsExactly(second);

        Proposal rejected = asked(
                "ada",
                "n1",
                Kind.REJECT_ADJUSTMENT,
                (approvals, state) -> approvals.reject(
                        History.ofCorrections(state, new Corrections(List.of(), 0, first), List.of()), "maria", "no"));
        assertThat(listed(Optional.of(ProposalState.REJECTED), day(9))).containsExactly(rejected);
        assertThat(listed(Optional.of(ProposalState.LAPSED), day(9))).containsExactly(second);
        assertThat(listed(Optional.of(ProposalState.APPROVED), day(9))).isEmpty();
        var newest = ports.proposalLog()
                .list(id(), Optional.empty(), day(9), Long.MAX_VALUE, 1)
                .getFirst();
        assertThat(ports.proposalLog().list(id(), Optional.empty(), day(9), newest.position(), 9))
                .extracting(ProposalLog.Listed::proposal)
                .containsExactly(rejected);
        assertThat(ports.proposalLog().list(otherTenant.id(), Optional.empty(), day(9), Long.MAX_VALUE, 9))
                .isEmpty();
    }

    @Test
    void whatSomebodyDidAloneIsAddedUpEitherWay() {
        corrects("a1", "kim", 100, Kind.ADJUST_UNITS, day(3));
        corrects("a2", "kim", -30, Kind.ADJUST_UNITS, day(4));
        corrects("a3", "maria", 5, Kind.ADJUST_UNITS, day(4));
        corrects("a4", "kim", 7, Kind.ADJUST_APPROVED, day(4));
        assertThat(alone("kim", day(2))).isEqualTo(130);
        assertThat(alone("kim", day(3))).as("after that moment").isEqualTo(30);
        assertThat(alone("maria", day(2))).isEqualTo(5);
        assertThat(alone(" Kim ", day(2))).as("by another name").isEqualTo(130);
        assertThat(alone("", day(2))).isZero();
    }

    private long alone(String actor, Instant since) {
        return history("ada", new HistoryNeed.OfCorrections(POINTS, null, actor, since))
                .corrections()
                .alone();
    }

    private History history(String member, HistoryNeed need) {
        return ports.storage().transact(tx -> tx.members().history(id(), desk.lock(tx, member), need));
    }

    private List<Proposal> listed(Optional<ProposalState> state, Instant now) {
        return ports.proposalLog().list(id(), state, now, Long.MAX_VALUE, 10).stream()
                .map(ProposalLog.Listed::proposal)
                .toList();
    }

    private Proposal asked(
            String member, String requestId, Kind kind, BiFunction<Approvals, MemberState, Result<Decided>> ask) {
        return ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            desk.claim(tx, key);
            MemberState state = desk.lock(tx, member);
            Decided decided = Desk.value(ask.apply(new Approvals(PROGRAM, state, Budgets.NONE, day(1)), state));
            Effect.Request request = new Effect.Request(
                            key, kind, decided.decision().after().lastCommand(), "", "kim", Desk.replyTo(key))
                    .leaving(decided.proposal());
            tx.members().save(id(), List.of(new Effect(decided.decision(), request, day(1))));
            return decided.proposal();
        });
    }

    private void corrects(String requestId, String actor, long amount, Kind kind, Instant now) {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            desk.claim(tx, key);
            var done = Desk.value(
                    new Adjust(POINTS, amount).decide(PROGRAM, desk.lock(tx, "ada"), null, Budgets.NONE, now));
            Effect.Request request =
                    new Effect.Request(key, kind, done.decision().after().lastCommand(), "", actor, Desk.replyTo(key));
            tx.members().save(id(), List.of(new Effect(done.decision(), request, now)));
            return done;
        });
    }
}
