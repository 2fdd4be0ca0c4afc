package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Baskets.aBasket;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.MemberRecords.Numbered;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.loyalty.Birthday;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.Reinstatement.Until;
import dev.perennial.domain.loyalty.StatusChange;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtIdentifier;
import dev.perennial.domain.loyalty.migration.BroughtLevel;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.OpeningLot;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.loyalty.replay.Input;
import dev.perennial.domain.loyalty.replay.RecordedMember;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.SentShare;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.member.MemberStatus;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link MemberRecords} must do. */
public abstract class MemberRecordsContract extends PortContract {

    private static final ProgramHistory PROGRAMS = aProgram(aRule("base")).alone();
    private static final Birthday JUNE = new Birthday(LocalDate.parse("2026-06-15"), false, 2025);

    private static final Party BOB = new Party(new MemberId("bob"), 2);
    private static final Transfer SENT = Transfer.sent(
            BOB,
            17,
            new Party(new MemberId("ada"), 1),
            POINTS,
            12,
            "",
            3,
            day(1),
            List.of(
                    new SentShare(new LotShare(1, 5), new Terms(day(0), day(30)), 2),
                    new SentShare(new LotShare(2, 7), new Terms(day(0), null).slidingTo(null), 1)));

    @Test
    void findsMembersByTheirNumbersAPageAtATime() {
        desk.enrol("ada", day(0));
        desk.enrol("bob", day(0));
        desk.enrol("cem", day(0));
        otherDesk.enrol("ada", day(0));
        List<Numbered> first = members(0, 2);
        assertThat(first).extracting(Numbered::member).containsExactly(member("ada"), member("bob"));
        assertThat(members(first.getLast().number(), 2))
                .extracting(Numbered::member)
                .containsExactly(member("cem"));
        assertThat(members(Integer.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    void tellsFactsAndCommandsInTheOrderInWhichTheyWereDecided() {
        desk.enrol("ada", day(0));
        desk.record("ada", PROGRAMS, aPurchase("o1").with(1, 1_000).on(day(1)));
        ask("ada", "k1", new Asked.Adjustment(POINTS, 5), day(1));
        desk.record("ada", PROGRAMS, aPurchase("o2").with(1, 1_000).on(day(1)));
        assertThat(recorded("ada").inputs())
                .satisfiesExactly(
                        first -> assertThat(command(first).kind()).isEqualTo("ENROL_MEMBER"),
                        second -> assertThat(fact(second)).isEqualTo("o1"),
                        third -> assertThat(command(third).asked()).isEqualTo(new Asked.Adjustment(POINTS, 5)),
                        fourth -> assertThat(fact(fourth)).isEqualTo("o2"));
        assertThat(recorded("ada").stored()).isEqualTo(desk.state("ada"));
    }

    @Test
    void keepsWhatEachKindOfCommandAskedFor() {
        Traits traits = new Traits("f", "AT", 1980, "de-AT", "Europe/Vienna", "flyer", MemberStatus.SUSPENDED, true);
        List<Asked> all = List.of(
                new Asked.Enrolment(traits, JUNE),
                new Asked.Arrival(
                        traits,
                        JUNE,
                        new Brought(
                                day(-900),
                                new BroughtLevel("gold", day(50)),
                                List.of(
                                        new OpeningLot(POINTS, 7, day(-9), day(9)),
                                        new OpeningLot(POINTS, 8, null, null)),
                                List.of(new BroughtIdentifier(IdentifierKind.CUSTOM, "badge")),
                                List.of(new BroughtVoucher("", "mug", day(30)), new BroughtVoucher("", "tea", null)))),
                new Asked.Arrival(traits, JUNE, new Brought(day(-900), null, List.of(), List.of(), List.of())),
                new Asked.Profile(Traits.UNKNOWN, Birthday.UNKNOWN),
                new Asked.Status(new StatusChange(MemberStatus.CLOSED, true, true)),
                new Asked.Adjustment(POINTS, -7),
                new Asked.Reward("mug", true),
                new Asked.Change(3, Asked.Fate.USE_VOUCHER, "order 17"),
                new Asked.Send(BOB, POINTS, 12),
                new Asked.Receive(SENT),
                new Asked.TakeBack(4, Reason.MEMBER_CLOSED),
                new Asked.GivingBack(
                        new Reinstatement(POINTS, new Expired.By(7), 20, new Until.Moment(day(90))), day(70)),
                new Asked.GivingBack(
                        new Reinstatement(POINTS, new Expired.Within(day(1), day(3)), 0, new Until.Days(30)), null),
                new Asked.GivingBack(
                        new Reinstatement(POINTS, new Expired.Within(day(1), day(3)), 0, new Until.Never()), null),
                new Asked.Hold(
                        aBasket("o1")
                                .of("tea", 2, 900)
                                .shippedFor(100)
                                .at(day(1))
                                .order(),
                        List.of(3L, 7L),
                        new Price("points", 50)),
                new Asked.Hold(aBasket("o2").of("tea", 1, 900).at(day(1)).order(), List.of(), null),
                new Asked.Drop("o1"),
                Asked.NOTHING,
                Asked.UNTOLD);
        desk.enrol("ada", day(0));
        for (int i = 0; i < all.size(); i++) {
            ask("ada", "k" + i, all.get(i), day(1));
        }
        assertThat(recorded("ada").inputs().stream()
                        .skip(1)
                        .map(each -> command(each).asked()))
                .containsExactlyElementsOf(all);
    }

    @Test
    void tellsByTheMembersOwnTimeWhenACommandWasDecided() {
        desk.enrol("ada", day(0));
        desk.advance("ada", day(3));
        desk.record("ada", PROGRAMS, aPurchase("o1").with(1, 1_000).on(day(3)));
        ask("ada", "late", new Asked.Adjustment(POINTS, 5), day(2));
        assertThat(recorded("ada").inputs().getLast().at()).isEqualTo(day(3));
    }

    private void ask(String member, String requestId, Asked asked, Instant now) {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            desk.claim(tx, key);
            Decision decision = Desk.value(
                    Loyalty.adjust(ProgramHistory.NONE, desk.lock(tx, member), POINTS, 1, Budgets.NONE, now));
            long number = decision.after().lastCommand();
            Effect.Request request =
                    new Effect.Request(key, Effect.Kind.ADJUST_UNITS, number, "", Desk.replyTo(key)).asking(asked);
            tx.members().save(id(), List.of(new Effect(decision, request, now)));
            return decision;
        });
    }

    private RecordedMember recorded(String member) {
        return ports.storage().read(tx -> {
            MemberState state =
                    tx.members().read(id(), Set.of(new MemberId(member))).get(new MemberId(member));
            return tx.records().of(id(), List.of(state)).getFirst();
        });
    }

    private List<Numbered> members(int after, int limit) {
        return ports.storage().read(tx -> tx.records().members(id(), after, limit));
    }

    private static Input.Command command(Input input) {
        return (Input.Command) input;
    }

    private static String fact(Input input) {
        return ((Input.Fact) input).recorded().activity().key().externalId();
    }
}
