package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.TransferDecisions.Sending;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.testing.LedgerAuditor;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The auditor is worth something only if it finds bugs: each of these is planted, and found by the check that is meant
 * to.
 */
class PlantedBugsTest {

    private final ProgramHistory programs =
            aProgram(aRule("base").expiringAfter(5)).alone();
    private final World world = World.under(programs);

    @Test
    void withoutAPlantedBugNothingIsFound() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        world.adjust(POINTS, -4, day(2));
        assertThatCode(() -> audit(world, last())).doesNotThrowAnyException();
    }

    @Test
    void aDoubleExpiryIsFound() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        world.adjust(POINTS, 100, day(2));
        world.advance(day(9));
        Entry expiry = last().entries().getLast();
        Decision twice = last(List.of(expiry, numbered(expiry, 4)), balance(last(), -10), last().lots());
        assertThatThrownBy(() -> audit(world, twice)).hasMessageContaining("A6: expired twice");
    }

    @Test
    void aClawbackThatForgetsTheDebtIsFound() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        world.adjust(POINTS, -4, day(2));
        world.record(aRefundOf("o1").of(euros(10)).on(day(3)));
        Decision forgetful = last(
                last().entries().subList(0, 1),
                new Wallet(new TreeMap<>(Map.of(POINTS, Balance.ZERO)), new TreeMap<>(), 1, 3),
                last().lots());
        assertThatThrownBy(() -> audit(world, forgetful)).hasMessageContaining("the ledger holds 4");
    }

    @Test
    void spendingAnExpiredLotIsFound() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        world.adjust(POINTS, -4, day(2));
        Decision late = at(last(), day(8));
        assertThatThrownBy(() -> audit(world, late)).hasMessageContaining("A5: spent after its expiry");
    }

    @Test
    void anExpiryThatNobodyAppliedIsFound() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        world.adjust(POINTS, 1, day(2));
        Decision late = at(last(), day(8));
        assertThatThrownBy(() -> audit(world, late)).hasMessageContaining("A6: should have expired");
    }

    @Test
    void spendingALaterLotFirstIsFound() {
        world.adjust(POINTS, 10, day(0));
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        world.adjust(POINTS, -4, day(2));
        Entry spent = last().entries().getFirst();
        Entry wrong = new Entry(
                spent.number(),
                spent.unit(),
                spent.from(),
                spent.to(),
                spent.amount(),
                1,
                spent.kind(),
                spent.cause(),
                spent.effectiveAt(),
                null);
        Decision planted = last(List.of(wrong), last().after().wallet(), last().lots());
        assertThatThrownBy(() -> audit(world, planted)).hasMessageContaining("A5: a sooner lot was passed over");
    }

    @Test
    void aBalanceThatDriftsIsFound() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        Decision planted = last(last().entries(), balance(last(), 1), last().lots());
        assertThatThrownBy(() -> audit(world, planted)).hasMessageContaining("A1");
    }

    @Test
    void aLotThatForgetsWhatWasSpentIsFound() {
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        Lot full = last().lots().getFirst();
        world.adjust(POINTS, -4, day(2));
        Decision planted = last(last().entries(), last().after().wallet(), List.of(full));
        assertThatThrownBy(() -> audit(world, planted)).hasMessageContaining("A4");
    }

    @Test
    void aClockThatGoesBackIsFound() {
        world.record(aPurchase("o1").of(euros(10)).on(day(3)));
        world.adjust(POINTS, -4, day(4));
        Decision planted = at(last(), day(2));
        assertThatThrownBy(() -> audit(world, planted)).hasMessageContaining("A22");
    }

    @Test
    void aTransferThatNothingTellsOfIsFound() {
        world.nowUnder(aProgram(aRule("base").expiringAfter(5))
                .sending(new TransferDocument("points", 1, 10, List.of(), List.of(), null))
                .alone());
        world.record(aPurchase("o1").of(euros(10)).on(day(1)));
        world.send(new Sending(new Party(new MemberId("bob"), 2), POINTS, 4, ""), day(2));
        Decision sent = last();
        Decision silent = new Decision(
                sent.sequenceBefore(),
                sent.after(),
                sent.events(),
                sent.facts(),
                sent.entries(),
                sent.lots(),
                sent.checkpoints(),
                sent.draws(),
                sent.redemptions(),
                List.of(),
                sent.scores(),
                sent.replanned());
        assertThatThrownBy(() -> audit(world, silent)).hasMessageContaining("A13");
    }

    @Test
    void aCapThatLateFactsIgnoreIsFound() {
        ProgramHistory capped =
                aProgram(aRule("base").cappedAt(100, Period.MONTH)).alone();
        World full = World.under(capped);
        full.record(aPurchase("o1").of(euros(100)).on(day(9)));
        MemberState state = full.state();
        MemberState forgetful = new MemberState(
                state.id(),
                state.number(),
                state.sequence(),
                state.enrolledAt(),
                state.advancedTo(),
                state.nextDueAt(),
                state.traits(),
                state.birthday(),
                state.anniversaries(),
                state.participation(),
                state.wallet(),
                state.redemptions(),
                Tally.EMPTY,
                state.lastActivity(),
                state.lastCommand(),
                state.merges());
        Result<Consequences> late =
                Loyalty.record(capped, forgetful, aPurchase("o0").of(euros(10)).on(day(8)), Budgets.NONE, day(9));
        Decision planted = ((Result.Ok<Consequences>) late).value().decision();
        List<RecordedFact> facts = new ArrayList<>(full.facts());
        facts.addAll(planted.facts());
        assertThatThrownBy(() -> new LedgerAuditor().checkGrants(facts, capped)).hasMessageContaining("A16");
    }

    @Test
    void aRoundingThatDependsOnThePathIsFoundByThePropertyOnRefunds() {
        assertThatThrownBy(() -> Seeds.each(1_000, random -> {
                    long price = random.nextInt(100, 10_000);
                    long paidBack = random.nextLong(price);
                    long first = random.nextLong(paidBack + 1);
                    assertThat(100 - taken(price, first) - taken(price, paidBack - first))
                            .isEqualTo(100 - taken(price, paidBack));
                }))
                .hasMessageContaining("fails for -Dperennial.seed=");
    }

    /** The naive way: each refund takes its own rounded share of 100 points. */
    private static long taken(long price, long paidBack) {
        return Rounding.HALF_UP.scale(100, paidBack, price);
    }

    private void audit(World healthy, Decision planted) {
        LedgerAuditor auditor = new LedgerAuditor();
        List<Decision> before =
                healthy.decisions().subList(0, healthy.decisions().size() - 1);
        before.forEach(auditor::check);
        auditor.check(planted);
        auditor.checkGrants(healthy.facts(), programs);
    }

    private Decision last() {
        return world.decisions().getLast();
    }

    private Decision last(List<Entry> entries, Wallet wallet, List<Lot> lots) {
        return planted(last(), entries, wallet, lots, last().after().advancedTo());
    }

    private static Decision at(Decision decision, Instant at) {
        List<Entry> moved = decision.entries().stream()
                .map(entry -> new Entry(
                        entry.number(),
                        entry.unit(),
                        entry.from(),
                        entry.to(),
                        entry.amount(),
                        entry.lotNumber(),
                        entry.kind(),
                        entry.cause(),
                        at,
                        entry.corrects()))
                .toList();
        return planted(decision, moved, decision.after().wallet(), decision.lots(), at);
    }

    private static Decision planted(Decision decision, List<Entry> entries, Wallet wallet, List<Lot> lots, Instant at) {
        List<Event> events = new ArrayList<>(decision.events());
        events.removeIf(Event.UnitsMoved.class::isInstance);
        entries.forEach(entry -> events.add(new Event.UnitsMoved(entry)));
        MemberState after = decision.after();
        MemberState planted = new MemberState(
                after.id(),
                after.number(),
                decision.sequenceBefore() + events.size(),
                after.enrolledAt(),
                at,
                after.nextDueAt(),
                after.traits(),
                after.birthday(),
                after.anniversaries(),
                after.participation(),
                wallet,
                after.redemptions(),
                after.tally(),
                after.lastActivity(),
                after.lastCommand(),
                after.merges());
        return new Decision(
                decision.sequenceBefore(),
                planted,
                events,
                decision.facts(),
                entries,
                lots,
                decision.checkpoints(),
                decision.draws(),
                decision.redemptions(),
                decision.transfers(),
                decision.scores(),
                decision.replanned());
    }

    private static Wallet balance(Decision decision, long more) {
        Wallet wallet = decision.after().wallet();
        Balance balance = wallet.balance(POINTS);
        Balance wrong = new Balance(balance.available() + more, balance.pending(), balance.held(), balance.debt());
        return new Wallet(new TreeMap<>(Map.of(POINTS, wrong)), wallet.lots(), wallet.lastLot(), wallet.lastEntry());
    }

    private static Entry numbered(Entry entry, long number) {
        return new Entry(
                number,
                entry.unit(),
                entry.from(),
                entry.to(),
                entry.amount(),
                entry.lotNumber(),
                entry.kind(),
                entry.cause(),
                entry.effectiveAt(),
                entry.corrects());
    }
}
