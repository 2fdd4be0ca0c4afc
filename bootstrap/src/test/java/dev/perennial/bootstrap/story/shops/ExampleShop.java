package dev.perennial.bootstrap.story.shops;

import com.google.protobuf.Timestamp;
import dev.perennial.bootstrap.story.Platform;
import dev.perennial.bootstrap.story.Rows;
import dev.perennial.bootstrap.story.Shop;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.Visit;
import dev.perennial.contract.feed.v1.Event;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.ledger.v1.UnitBalance;
import dev.perennial.contract.loyalty.v1.TransferServiceGrpc;
import dev.perennial.contract.loyalty.v1.TransferUnitsRequest;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.sandbox.v1.AdvanceClockRequest;
import dev.perennial.contract.sandbox.v1.GetClockRequest;
import dev.perennial.contract.sandbox.v1.SandboxServiceGrpc;
import io.grpc.Channel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A shop that runs a program of examples/programs in a sandbox of its own. The story moves the clock, from 5 January
 * 2026 on; whatever it does answers with all that happened to the member since it last asked, so nothing goes unseen.
 */
final class ExampleShop {

    final Channel channel;
    final Diary diary;

    private final Shop shop;
    private final Program program;
    private final Map<String, Integer> seen = new HashMap<>();
    private int keys;

    private ExampleShop(Shop shop, Program program) {
        this.shop = shop;
        this.program = program;
        this.channel = shop.channel;
        this.diary = new Diary(ZoneId.of(program.getTimeZone()));
    }

    static ExampleShop running(String example) {
        Program program = Examples.program(example);
        ExampleShop opened = new ExampleShop(Platform.newSandbox(), program);
        var _ = ProgramServiceGrpc.newBlockingStub(opened.channel)
                .applyProgram(ApplyProgramRequest.newBuilder()
                        .setProgram(program)
                        .setRequestId("opening")
                        .build());
        return opened;
    }

    /** Moves the clock to a local time, and with it everything that is due on the way. */
    ExampleShop at(String localTime) {
        AdvanceClockRequest request =
                AdvanceClockRequest.newBuilder().setTo(moment(localTime)).build();
        SandboxServiceGrpc.newBlockingStub(channel).advanceClock(request).forEachRemaining(reply -> {});
        return this;
    }

    ExampleShop enrols(String member) {
        return enrols(member, Profile.newBuilder());
    }

    ExampleShop enrols(String member, Profile.Builder profile) {
        var _ = MemberServiceGrpc.newBlockingStub(channel)
                .enrolMember(EnrolMemberRequest.newBuilder()
                        .setMemberId(member)
                        .setProfile(profile)
                        .setRequestId(newKey())
                        .build());
        seen.put(member, 1);
        return this;
    }

    /** Tells of something that happened just now, unless the fact says when. */
    List<String> tells(String member, Activity.Builder fact) {
        if (fact.getExternalId().isEmpty()) {
            fact.setExternalId(newKey());
        }
        if (!fact.hasOccurredAt()) {
            fact.setOccurredAt(clock());
        }
        var _ = ActivityServiceGrpc.newBlockingStub(channel)
                .recordActivity(RecordActivityRequest.newBuilder()
                        .setActivity(fact.setSource("till").setMemberId(member))
                        .build());
        return happenedTo(member);
    }

    /** Tells of it only now. */
    List<String> tellsLate(String member, String localTime, Activity.Builder fact) {
        return tells(member, fact.setOccurredAt(moment(localTime)));
    }

    List<String> visits(String member) {
        return tells(member, Activity.newBuilder().setVisit(Visit.getDefaultInstance()));
    }

    List<String> buys(String member, Order order) {
        return tells(member, order.fact());
    }

    /** Money goes back. */
    List<String> getsBack(String member, String order, long cents) {
        return tells(
                member,
                Activity.newBuilder()
                        .setRefund(Refund.newBuilder().setOrderId(order).setAmount(cents)));
    }

    /** Units are given by hand or, when negative, taken: spent at the counter, or told by mistake. */
    List<String> adjusts(String member, String unit, long amount, String reason) {
        var _ = LedgerServiceGrpc.newBlockingStub(channel)
                .adjustUnits(AdjustUnitsRequest.newBuilder()
                        .setMemberId(member)
                        .setUnit(unit)
                        .setAmount(amount)
                        .setReason(reason)
                        .setRequestId(newKey())
                        .build());
        return happenedTo(member);
    }

    /** Units go to another member, who has them when the clock is asked next. */
    List<String> sends(String from, String to, String unit, long amount) {
        var _ = TransferServiceGrpc.newBlockingStub(channel)
                .transferUnits(TransferUnitsRequest.newBuilder()
                        .setMemberId(from)
                        .setToMemberId(to)
                        .setUnit(unit)
                        .setAmount(amount)
                        .setRequestId(newKey())
                        .build());
        return happenedTo(from);
    }

    /** All that the platform has told of the member since the story last asked. */
    List<String> happenedTo(String member) {
        List<Event> told = Rows.told(shop, member);
        return diary.of(told.subList(seen.put(member, told.size()), told.size()));
    }

    /** What the member has, by unit: {@code pizza 1, stamp 3 + 2 pending}, or {@code nothing}. */
    String owns(String member) {
        String words = LedgerServiceGrpc.newBlockingStub(channel)
                .getBalances(GetBalancesRequest.newBuilder().setMemberId(member).build())
                .getBalancesList()
                .stream()
                .filter(balance -> balance.getAvailable() + balance.getPending() + balance.getDebt() > 0)
                .map(ExampleShop::words)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing" : words;
    }

    private static String words(UnitBalance balance) {
        return balance.getUnit() + " " + (balance.getAvailable() - balance.getDebt())
                + (balance.getPending() > 0 ? " + " + balance.getPending() + " pending" : "");
    }

    String newKey() {
        return "key-" + ++keys;
    }

    private Timestamp clock() {
        return SandboxServiceGrpc.newBlockingStub(channel)
                .getClock(GetClockRequest.getDefaultInstance())
                .getClock();
    }

    private Timestamp moment(String localTime) {
        Instant moment = LocalDateTime.parse(localTime)
                .atZone(ZoneId.of(program.getTimeZone()))
                .toInstant();
        return Timestamp.newBuilder().setSeconds(moment.getEpochSecond()).build();
    }
}
