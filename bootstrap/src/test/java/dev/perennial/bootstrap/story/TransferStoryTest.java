package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.loyalty.v1.Transfer;
import dev.perennial.contract.loyalty.v1.TransferState;
import dev.perennial.contract.loyalty.v1.TransferUnitsRequest;
import dev.perennial.contract.loyalty.v1.TransferUnitsResponse;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.ReceivingLimit;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Points that members send to each other: a point for each euro, good for 30 days. */
class TransferStoryTest {

    private static final AProgram PROGRAM = aProgram(aRule("base").perEuro(1).expiringAfter(30))
            .sending(Sending.points()
                    .setMaximum(1_000)
                    .addReceivingLimits(ReceivingLimit.newBuilder()
                            .setPeriod(Period.PERIOD_WEEK)
                            .setTimes(100)));

    private final Shop shop =
            Platform.newShop().runs(PROGRAM).enrols("alice").enrols("bob").enrols("carol");
    private final Sending sending = new Sending(shop);

    @AfterEach
    void theBooksAreSound() {
        Sending.settle();
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void whatAliceSendsBobHasAndBothSeeIt() {
        shop.buys("alice", "o1", euros(100)).at(day(1));

        TransferUnitsResponse sent = shop.transfers.transferUnits(Sending.request("alice", "bob", 60, "t1").toBuilder()
                .setMessage("for the café ☕")
                .build());
        Sending.settle();

        assertThat(sent.getTransfer().getState()).isEqualTo(TransferState.TRANSFER_STATE_SENT);
        assertThat(sent.getBalances(0).getAvailable()).isEqualTo(40);
        assertThat(shop.points("alice").available()).isEqualTo(40);
        assertThat(shop.points("bob").available()).isEqualTo(60);
        Transfer received = sending.of("alice").getFirst();
        assertThat(received.getState()).isEqualTo(TransferState.TRANSFER_STATE_RECEIVED);
        assertThat(received.getMessage()).isEqualTo("for the café ☕");
        assertThat(received.hasSettledAt()).isTrue();
        assertThat(sending.of("bob")).containsExactly(received);
        assertThat(sending.of("carol")).isEmpty();
        assertThat(Rows.eventsAfter(2, shop, "alice"))
                .containsExactly(
                        "EARN 100 ISSUED→AVAILABLE lot 1 @day 1",
                        "TRANSFER_OUT 60 AVAILABLE→IN_TRANSIT lot 1 @day 1",
                        "sent 60 to bob @day 1");
        assertThat(Rows.eventsAfter(1, shop, "bob"))
                .containsExactly("TRANSFER_IN 60 IN_TRANSIT→AVAILABLE lot 1 @day 1", "received 60 of alice @day 1");
    }

    @Test
    void theSoonestToRunOutIsSentFirstAndItsExpiryTravelsAlong() {
        shop.buys("alice", "o1", euros(30)).at(day(1));
        shop.buys("alice", "o2", euros(30)).at(day(11));

        sending.done("alice", "bob", 40, "t1");

        assertThat(shop.points("bob").available()).isEqualTo(40);
        Platform.advanceTo(day(31));
        assertThat(shop.points("bob").available()).isEqualTo(10);
        Platform.advanceTo(day(41));
        assertThat(shop.points("bob")).isEqualTo(Points.NONE);
        assertThat(shop.points("alice")).isEqualTo(Points.NONE);
    }

    @Test
    void whatCannotBeReceivedComesBackOnceWithTheReason() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        shop.members.setMemberStatus(SetMemberStatusRequest.newBuilder()
                .setMemberId("bob")
                .setStatus(MemberStatus.MEMBER_STATUS_CLOSED)
                .setReason("as asked")
                .setRequestId("close-bob")
                .build());

        Transfer returned = sending.done("alice", "bob", 60, "t1");

        assertThat(returned.getState()).isEqualTo(TransferState.TRANSFER_STATE_RETURNED);
        assertThat(returned.getReturnedBecause()).isEqualTo("MEMBER_CLOSED");
        assertThat(shop.points("alice").available()).isEqualTo(100);
        assertThat(shop.points("bob")).isEqualTo(Points.NONE);
        assertThat(Rows.eventsAfter(5, shop, "alice"))
                .containsExactly(
                        "TRANSFER_RETURN 60 IN_TRANSIT→AVAILABLE lot 1 @day 1", "returned 60, MEMBER_CLOSED @day 1");
    }

    @Test
    void sixtyFourCallersNeverSendMoreThanThereIs() {
        shop.buys("alice", "o1", euros(100)).at(day(1));

        List<String> outcomes = Together.callers(64, caller -> outcome("alice", "bob", 10, "t" + caller));
        Sending.settle();

        assertThat(outcomes).filteredOn("done"::equals).hasSize(10);
        assertThat(outcomes)
                .filteredOn("FAILED_PRECONDITION INSUFFICIENT_UNITS"::equals)
                .hasSize(54);
        assertThat(shop.points("alice")).isEqualTo(Points.NONE);
        assertThat(shop.points("bob").available()).isEqualTo(100);
    }

    @Test
    void aThousandCopiesOfOneTransferHappenOnce() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        TransferUnitsRequest request = Sending.request("alice", "bob", 10, "once");

        var replies = Together.callers(1_000, caller -> Reply.of(shop.transfers, stub -> stub.transferUnits(request)));
        Sending.settle();

        assertThat(replies).filteredOn(reply -> !reply.replayed()).hasSize(1);
        assertThat(replies.stream().map(Reply::bytes).distinct()).hasSize(1);
        assertThat(shop.points("bob").available()).isEqualTo(10);
        assertThat(Reply.refusalOf(() -> sending.sends("alice", "bob", 11, "once")))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
    }

    /** To and fro, round and round, all at once: nobody waits for somebody who waits for it. */
    @Test
    void whoSendsToEachOtherAtOnceDoesNotStandStill() {
        List<String> members = List.of("alice", "bob", "carol");
        members.forEach(member -> shop.buys(member, "o-" + member, euros(500)).at(day(1)));

        List<String> outcomes = Together.callers(
                60,
                caller -> outcome(
                        members.get(caller % 3), members.get((caller + 1 + caller / 3 % 2) % 3), 10, "t" + caller));
        Sending.settle();

        assertThat(outcomes).containsOnly("done");
        assertThat(members.stream()
                        .mapToLong(member -> shop.points(member).available())
                        .sum())
                .isEqualTo(1_500);
        assertThat(sending.of("alice"))
                .hasSize(40)
                .allMatch(transfer -> transfer.getState() == TransferState.TRANSFER_STATE_RECEIVED);
    }

    /** A sandbox's clock goes on only when what was sent has arrived. */
    @Test
    void inASandboxNothingIsOnItsWayWhileTimePasses() {
        Shop sandbox = Platform.newSandbox().runs(PROGRAM).enrols("alice").enrols("bob");
        sandbox.buys("alice", "o1", euros(100)).on(day(0)).told();
        new Sending(sandbox).sends("alice", "bob", 60, "t1");

        sandbox.advances(day(29));
        assertThat(sandbox.points("bob").available()).isEqualTo(60);
        assertThat(Rows.eventsAfter(1, sandbox, "bob"))
                .containsExactly("TRANSFER_IN 60 IN_TRANSIT→AVAILABLE lot 1 @day 0", "received 60 of alice @day 0");

        sandbox.advances(day(30));
        assertThat(sandbox.points("bob")).isEqualTo(Points.NONE);
        assertThat(sandbox.points("alice")).isEqualTo(Points.NONE);
    }

    private String outcome(String from, String to, long amount, String requestId) {
        try {
            var _ = sending.sends(from, to, amount, requestId);
            return "done";
        } catch (StatusRuntimeException refused) {
            return Reply.refusalOf(() -> {
                throw refused;
            });
        }
    }
}
