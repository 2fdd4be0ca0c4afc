package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.Reinstatement.Reinstated;
import dev.perennial.domain.loyalty.Reinstatement.Until;
import dev.perennial.domain.member.MemberStatus;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units that ran out are given back by hand: once, as what they were, and with an end of their own. */
class ReinstatementTest {

    private static final Expired EVER = new Expired.Within(Instant.EPOCH, day(10_000));
    private static final Until FOR_A_MONTH = new Until.Days(30);

    private final World world =
            World.under(aProgram(aRule("base").perEuro(1).expiringAfter(100)).alone());

    @Test
    void oneExpiryIsGivenBackAndRunsOutAnew() {
        world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        world.record(aPurchase("o2").of(euros(7)).on(day(2)));
        world.advance(day(200));
        Entry expiry = expiries().getFirst();
        Reinstated given = ok(new Reinstatement(POINTS, new Expired.By(expiry.number()), 0, FOR_A_MONTH), 200);
        assertThat(given.amount()).isEqualTo(80);
        assertThat(told(given.decision().entries()))
                .containsExactly("80 EXPIRED→ADJUSTED lot 1 of 3", "80 ADJUSTED→AVAILABLE lot 3 of 3");
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(80, 0, 0, 0));
        world.advance(day(231));
        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
        assertThat(expiries()).extracting(Entry::effectiveAt).containsExactly(day(101), day(102), day(230));
    }

    @Test
    void whatRanOutWithinATimeIsGivenBackUpToAnAmountTheOldestFirst() {
        world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        world.record(aPurchase("o2").of(euros(7)).on(day(2)));
        world.record(aPurchase("o3").of(euros(5)).on(day(3)));
        Expired firstTwo = new Expired.Within(day(101), day(103));
        Reinstated given = ok(new Reinstatement(POINTS, firstTwo, 83, FOR_A_MONTH), 200);
        assertThat(given.decision().entries().stream()
                        .filter(entry -> entry.kind() == EntryKind.REINSTATE)
                        .map(Entry::amount))
                .containsExactly(80L, 80L, 3L, 3L);
        assertThat(refusal(new Reinstatement(POINTS, firstTwo, 5, FOR_A_MONTH), 201))
                .isEqualTo(Reason.MORE_THAN_EXPIRED);
        assertThat(ok(new Reinstatement(POINTS, firstTwo, 4, FOR_A_MONTH), 201).amount())
                .isEqualTo(4);
        assertThat(refusal(new Reinstatement(POINTS, firstTwo, 0, FOR_A_MONTH), 202))
                .isEqualTo(Reason.NOTHING_EXPIRED);
        assertThat(world.balance(POINTS).available()).isEqualTo(87);
    }

    @Test
    void aRefundTakesBackWhatItsOrderHadEarnedOnceWhateverWasGivenBack() {
        world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        world.record(aPurchase("o2").of(euros(9)).on(day(150)));
        ok(new Reinstatement(POINTS, EVER, 30, FOR_A_MONTH), 200);
        Lot back = world.state().wallet().lots().lastEntry().getValue();
        assertThat(back.rule()).isEqualTo("base");
        assertThat(back.activityNumber()).isEqualTo(world.fact("o1").number());
        assertThat(world.balance(POINTS).available()).isEqualTo(39);
        world.record(aRefundOf("o1").of(euros(80)).on(day(201)));
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(9, 0, 0, 0));
        assertThat(refusal(new Reinstatement(POINTS, EVER, 0, FOR_A_MONTH), 202))
                .as("a refund has taken back what had run out")
                .isEqualTo(Reason.NOTHING_EXPIRED);
    }

    @Test
    void whatIsGivenBackPaysADebt() {
        world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        world.record(aPurchase("o2").of(euros(50)).on(day(150)));
        world.adjust(POINTS, -50, day(151));
        world.record(aRefundOf("o2").of(euros(50)).on(day(152)));
        assertThat(world.balance(POINTS).debt()).isEqualTo(50);
        ok(new Reinstatement(POINTS, EVER, 60, FOR_A_MONTH), 200);
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(10, 0, 0, 0));
    }

    @Test
    void whatFellDueMeanwhileHasRunOutWhetherSomebodyLookedOrNot() {
        world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        assertThat(ok(new Reinstatement(POINTS, EVER, 0, new Until.Moment(day(300))), 200)
                        .amount())
                .isEqualTo(80);
    }

    @Test
    void whatWasForfeitedWhilePendingIsPendingAgain() {
        World pending =
                World.under(aProgram(aRule("base").perEuro(1).pendingFor(14).expiringAfter(100))
                        .alone());
        pending.record(aPurchase("o1").of(euros(80)).on(day(1)));
        pending.becomes(new StatusChange(MemberStatus.CLOSED, false, true), day(2));
        pending.becomes(new StatusChange(MemberStatus.ACTIVE, false, false), day(3));
        pending.reinstate(new Reinstatement(POINTS, EVER, 0, FOR_A_MONTH), day(4));
        assertThat(pending.balance(POINTS)).isEqualTo(new Balance(0, 80, 0, 0));
        pending.advance(day(16));
        assertThat(pending.balance(POINTS)).isEqualTo(new Balance(80, 0, 0, 0));
    }

    @Test
    void itIsRefusedWithAReason() {
        world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        assertThat(refusal(new Reinstatement(POINTS, EVER, 0, FOR_A_MONTH), 2)).isEqualTo(Reason.NOTHING_EXPIRED);
        assertThat(refusal(new Reinstatement(POINTS, EVER, 0, new Until.Moment(day(200))), 200))
                .isEqualTo(Reason.EXPIRY_IN_THE_PAST);
        assertThat(refusal(new Reinstatement(POINTS, EVER, 0, new Until.Never()), 200))
                .isEqualTo(Reason.EXPIRY_REQUIRED);
        assertThat(refusal(new Reinstatement(POINTS, new Expired.By(1), 0, FOR_A_MONTH), 200))
                .as("an entry that let nothing run out")
                .isEqualTo(Reason.NOTHING_EXPIRED);
        world.becomes(new StatusChange(MemberStatus.CLOSED, false, false), day(201));
        assertThat(refusal(new Reinstatement(POINTS, EVER, 0, FOR_A_MONTH), 202))
                .isEqualTo(Reason.MEMBER_CLOSED);
    }

    @Test
    void whatTheProgramNeverLetsRunOutMayBeGivenBackForEver() {
        World forfeited = World.under(aProgram(aRule("base").perEuro(1)).alone());
        forfeited.record(aPurchase("o1").of(euros(80)).on(day(1)));
        forfeited.becomes(new StatusChange(MemberStatus.CLOSED, false, true), day(2));
        forfeited.becomes(new StatusChange(MemberStatus.ACTIVE, false, false), day(3));
        forfeited.reinstate(new Reinstatement(POINTS, EVER, 0, new Until.Never()), day(4));
        assertThat(forfeited.balance(POINTS)).isEqualTo(new Balance(80, 0, 0, 0));
        assertThat(forfeited.state().nextDueAt()).isNull();
    }

    private List<Entry> expiries() {
        return world.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.EXPIRE)
                .toList();
    }

    private Reinstated ok(Reinstatement what, int day) {
        return switch (world.reinstate(what, day(day))) {
            case Result.Ok<Reinstated>(Reinstated done) -> done;
            case Result.Refused<Reinstated>(Refusal refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    private Reason refusal(Reinstatement what, int day) {
        return switch (world.reinstate(what, day(day))) {
            case Result.Ok<Reinstated>(Reinstated done) -> throw new AssertionError("given: " + done.amount());
            case Result.Refused<Reinstated>(Refusal refusal) -> refusal.reason();
        };
    }

    private static List<String> told(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.amount() + " " + entry.from() + "→" + entry.to() + " lot " + entry.lotNumber()
                        + " of " + entry.corrects())
                .toList();
    }
}
