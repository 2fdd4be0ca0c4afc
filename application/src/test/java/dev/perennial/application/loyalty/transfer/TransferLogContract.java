package dev.perennial.application.loyalty.transfer;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.transfer.TransferLog.Listed;
import dev.perennial.application.loyalty.transfer.TransferLog.Unsettled;
import dev.perennial.application.storage.Effect.Kind;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.TransferDecisions;
import dev.perennial.domain.loyalty.TransferDecisions.Sending;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.SentShare;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.shared.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TransferLog} promises, and what member states keep of transfers. Ada sends, of two lots. */
public abstract class TransferLogContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("base").perEuro(1).expiring(new Expiry.AfterDays(30)))
            .sending(new TransferDocument("points", 1, 1_000, List.of(), List.of(), null))
            .alone();

    private Transfer first;
    private Transfer second;

    @BeforeEach
    void send() {
        desk.enrol("ada", START);
        desk.enrol("ben", START);
        desk.enrol("cem", START);
        desk.record("ada", PROGRAM, aPurchase("o1").of(euros(50)).on(day(1)));
        desk.record("ada", PROGRAM, aPurchase("o2").of(euros(50)).on(day(2)));
        first = sends("ada", "ben", 70, "for the café ☕");
        second = sends("ada", "cem", 10, "");
    }

    @Test
    void whatIsSentIsKeptWithItsLotsAndTheirTerms() {
        Transfer found =
                ports.transferLog().find(id(), member("ada"), first.number()).orElseThrow();

        assertThat(found).isEqualTo(first);
        assertThat(found.message()).isEqualTo("for the café ☕");
        assertThat(found.shares()).extracting(SentShare::amount).containsExactly(50L, 20L);
        assertThat(found.shares())
                .extracting(share -> share.terms().expiresAt())
                .containsExactly(day(31), day(32));
        assertThat(ports.transferLog().find(id(), member("ada"), 99)).isEmpty();
        assertThat(ports.transferLog().find(id(), member("ben"), first.number()))
                .as("it is the sender's number")
                .isEmpty();
        assertThat(ports.transferLog().find(otherTenant.id(), member("ada"), first.number()))
                .isEmpty();
    }

    @Test
    void bothSidesSeeItTheNewestFirstPageByPage() {
        desk.record("ben", PROGRAM, aPurchase("o3").of(euros(5)).on(day(3)));
        Transfer back = sends("ben", "ada", 5, "");

        assertThat(listed("ada", Long.MAX_VALUE, 10)).containsExactly(back, second, first);
        assertThat(listed("ben", Long.MAX_VALUE, 10)).containsExactly(back, first);
        assertThat(listed("cem", Long.MAX_VALUE, 10)).containsExactly(second);
        Listed newest = list("ada", Long.MAX_VALUE, 1).getFirst();
        assertThat(listed("ada", newest.position(), 1)).containsExactly(second);
        assertThat(listed("dia", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(ports.transferLog().list(otherTenant.id(), member("ada"), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void whatIsOnItsWayIsFoundUntilItIsSettledTheOldestFirst() {
        assertThat(unsettled(0, 10)).extracting(Unsettled::transfer).containsExactly(first, second);
        Unsettled oldest = unsettled(0, 1).getFirst();
        assertThat(oldest.transfer()).isEqualTo(first);
        assertThat(unsettled(oldest.position(), 10))
                .extracting(Unsettled::transfer)
                .containsExactly(second);
        assertThat(ports.transferLog().unsettledIn(otherTenant.id(), 0, 10)).isEmpty();
        assertThat(ports.transferLog().unsettled(oldest.position() - 1, 2))
                .contains(new Unsettled(oldest.position(), id(), first));

        Transfer received = receives("ben", first);
        Transfer returned = takesBack("ada", second);

        assertThat(unsettled(0, 10)).isEmpty();
        assertThat(listed("ada", Long.MAX_VALUE, 10)).containsExactly(returned, received);
        assertThat(received.settledAt()).isEqualTo(day(4));
        assertThat(returned.returnedBecause()).isEqualTo("MEMBER_CLOSED");
    }

    @Test
    void unitsLeaveComeInAndComeBack() {
        assertThat(points("ada")).isEqualTo(20);
        receives("ben", first);
        takesBack("ada", second);

        assertThat(points("ada")).isEqualTo(30);
        assertThat(points("ben")).isEqualTo(70);
        assertThat(points("cem")).isZero();
    }

    @Test
    void thePastHasTheLotsThatWereAskedForOpenOrClosed() {
        MemberState ada = desk.state("ada");

        var past = ports.storage().read(tx -> tx.members().history(id(), ada, lotsOf(first)));

        assertThat(past.lots())
                .extracting(lot -> lot.number())
                .containsAll(first.lots().stream().map(LotShare::lot).toList().subList(0, 1));
        assertThat(past.facts()).isEmpty();
    }

    private Transfer sends(String from, String to, long amount, String message) {
        MemberState receiver = desk.state(to);
        Sending sending = new Sending(new Party(receiver.id(), receiver.number()), POINTS, amount, message);
        return desk.transfer(
                from,
                from + " to " + to,
                Kind.TRANSFER_UNITS,
                day(3),
                (tx, state) -> Desk.value(decisions(state, day(3)).send(sending)));
    }

    private Transfer receives(String member, Transfer sent) {
        return desk.transfer(
                member,
                "receive " + sent.number(),
                Kind.RECEIVE_TRANSFER,
                day(4),
                (tx, state) -> Desk.value(decisions(state, day(4)).receive(sent)));
    }

    private Transfer takesBack(String member, Transfer sent) {
        return desk.transfer(
                member,
                "take back " + sent.number(),
                Kind.RETURN_TRANSFER,
                day(4),
                (tx, state) -> Desk.value(decisions(state, day(4))
                        .takeBack(sent, tx.members().history(id(), state, lotsOf(sent)), Reason.MEMBER_CLOSED)));
    }

    private static HistoryNeed lotsOf(Transfer sent) {
        return new HistoryNeed.OfLots(sent.lots().stream().map(LotShare::lot).collect(Collectors.toSet()));
    }

    private static TransferDecisions decisions(MemberState state, Instant now) {
        return new TransferDecisions(PROGRAM, state, Budgets.NONE, now);
    }

    private long points(String member) {
        return desk.state(member).wallet().balance(POINTS).available();
    }

    private List<Unsettled> unsettled(long abovePosition, int limit) {
        return ports.transferLog().unsettledIn(id(), abovePosition, limit);
    }

    private List<Transfer> listed(String member, long belowPosition, int limit) {
        return list(member, belowPosition, limit).stream().map(Listed::transfer).toList();
    }

    private List<Listed> list(String member, long belowPosition, int limit) {
        return ports.transferLog().list(id(), member(member), belowPosition, limit);
    }
}
