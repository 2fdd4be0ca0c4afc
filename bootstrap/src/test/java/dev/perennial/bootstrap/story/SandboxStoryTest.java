package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.Timestamps;
import dev.perennial.application.loyalty.DuePoller;
import dev.perennial.application.shared.Tenants;
import dev.perennial.application.storage.SandboxClocks;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.storage.Storage;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.sandbox.v1.AdvanceClockRequest;
import dev.perennial.contract.sandbox.v1.AdvanceClockResponse;
import dev.perennial.contract.sandbox.v1.GetClockRequest;
import dev.perennial.contract.sandbox.v1.SandboxServiceGrpc.SandboxServiceBlockingStub;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sandbox lives through 14 months in a moment, whatever the time is for everybody else. */
class SandboxStoryTest {

    private static final int FOURTEEN_MONTHS = 425;
    private static final List<String> MEMBERS = List.of("alice", "bob", "carol", "dave");

    private final Shop shop = opened();

    private static Shop opened() {
        Shop shop = Platform.newSandbox()
                .runs(aProgram(aRule("base").perEuro(1).pendingFor(14).expiringAfter(100)));
        MEMBERS.forEach(shop::enrols);
        return shop;
    }

    @Test
    void pointsBecomeActiveAndRunOutByItsOwnClockOnly() {
        buys(shop, "alice", "o1", 80);
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 80, 0));

        Platform.CLOCK.set(day(2_000));
        DuePoller poller = Platform.SERVER.part(DuePoller.class);
        while (poller.pollOnce().goOn()) {
            // everybody else's time goes on
        }
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 80, 0));
        Platform.CLOCK.set(Platform.START);

        AdvanceClockResponse arrived = shop.advances(day(FOURTEEN_MONTHS));

        assertThat(arrived.getDueMoments()).isEqualTo(2);
        assertThat(arrived.getMembersAdvanced()).isEqualTo(2);
        assertThat(clock(shop)).isEqualTo(day(FOURTEEN_MONTHS));
        assertThat(Rows.eventsAfter(1, shop, "alice"))
                .containsExactly(
                        "PURCHASE recorded",
                        "EARN 80 ISSUED→PENDING lot 1 @day 0",
                        "ACTIVATE 80 PENDING→AVAILABLE lot 1 @day 14",
                        "EXPIRE 80 AVAILABLE→EXPIRED lot 1 @day 100");
    }

    @Test
    void oneJumpIsAStepForEachDayWithCommandsInBetween() {
        Shop steps = opened();
        for (Shop each : List.of(shop, steps)) {
            buys(each, "alice", "o1", 80);
            buys(each, "bob", "o2", 30);
            buys(each, "carol", "o3", 50);
        }
        shop.advances(day(20));
        walk(steps, 1, 20);
        for (Shop each : List.of(shop, steps)) {
            each.adjusts("alice", -30, "a1");
            buys(each, "dave", "o4", 70);
            each.runs(aProgram(aRule("base").perEuro(2).pendingFor(3).expiringAfter(200)));
            buys(each, "alice", "o5", 10);
        }
        shop.advances(day(FOURTEEN_MONTHS));
        walk(steps, 21, FOURTEEN_MONTHS);

        assertThat(entries(shop)).isEqualTo(entries(steps)).hasSizeGreaterThan(15);
        for (String member : MEMBERS) {
            assertThat(Rows.events(shop, member)).as(member).isEqualTo(Rows.events(steps, member));
            assertThat(shop.points(member)).as(member).isEqualTo(Points.NONE);
        }
    }

    @Test
    void commandsThatArriveMeanwhileAreDecidedAtTheTimeItHasThen() {
        Turn turn = takeTurn(Duration.ofMinutes(5));
        CompletableFuture<String> adjusted = CompletableFuture.supplyAsync(
                () -> shop.adjusts("alice", 5, "a1").toString(), Thread::startVirtualThread);
        CompletableFuture<Shop> applied =
                CompletableFuture.supplyAsync(() -> shop.runs(aProgram(aRule("other"))), Thread::startVirtualThread);
        CompletableFuture<AdvanceClockResponse> advanced =
                CompletableFuture.supplyAsync(() -> shop.advances(day(9)), Thread::startVirtualThread);
        assertThat(shop.sandbox.getClock(GetClockRequest.getDefaultInstance()).getAdvancing())
                .isTrue();
        assertThat(List.of(adjusted, applied, advanced)).noneMatch(CompletableFuture::isDone);
        clocks(tx -> {
            tx.move(tenant(), turn.number(), day(7), Duration.ofMinutes(5));
            tx.endTurn(tenant(), turn.number());
        });

        CompletableFuture.allOf(adjusted, applied, advanced).join();
        assertThat(Rows.eventsAfter(1, shop, "alice"))
                .hasSize(1)
                .allMatch(event -> event.endsWith("day 7") || event.endsWith("day 9"));
        assertThat(Timestamps.toMillis(shop.programs
                        .getProgram(GetProgramRequest.getDefaultInstance())
                        .getVersion()
                        .getEffectiveAt()))
                .isIn(day(7).toEpochMilli(), day(9).toEpochMilli());
        assertThat(clock(shop)).isEqualTo(day(9));
    }

    @Test
    void killedOnTheWayItGoesOnWhereItStood() {
        buys(shop, "alice", "o1", 80);
        Turn killed = takeTurn(Duration.ZERO);
        clocks(tx -> tx.move(tenant(), killed.number(), day(14), Duration.ZERO));

        assertThat(shop.points("alice")).as("whoever asks sees the time it is").isEqualTo(new Points(80, 0, 0));
        AdvanceClockResponse arrived = shop.advances(day(14));
        assertThat(arrived.getMembersAdvanced()).isEqualTo(1);
        assertThat(Rows.eventsAfter(3, shop, "alice")).containsExactly("ACTIVATE 80 PENDING→AVAILABLE lot 1 @day 14");
    }

    /** Wherever the deadline falls, the second call finds the rest. */
    @Test
    void cutOffByItsDeadlineItGoesOnWhereItStood() {
        for (int i = 0; i < 40; i++) {
            shop.buys("alice", "o" + i, euros(10))
                    .on(Platform.START.plusSeconds(i))
                    .told();
        }
        AdvanceClockRequest request = AdvanceClockRequest.newBuilder()
                .setTo(Timestamps.fromMillis(day(FOURTEEN_MONTHS).toEpochMilli()))
                .build();
        SandboxServiceBlockingStub hasty = shop.sandbox.withDeadlineAfter(100, TimeUnit.MILLISECONDS);
        assertThatThrownBy(() -> hasty.advanceClock(request).forEachRemaining(reply -> {}))
                .hasMessageStartingWith("DEADLINE_EXCEEDED");
        Instant cutOff = clock(shop);

        AdvanceClockResponse arrived = shop.advances(day(FOURTEEN_MONTHS));

        assertThat(cutOff).isBefore(day(FOURTEEN_MONTHS));
        assertThat(clock(shop)).isEqualTo(day(FOURTEEN_MONTHS));
        assertThat(arrived.getDueMoments()).isBetween(1L, 80L);
        assertThat(Rows.eventsAfter(81, shop, "alice"))
                .hasSize(80)
                .allMatch(event -> event.endsWith("@day 14") || event.endsWith("@day 100"));
        assertThat(shop.points("alice")).isEqualTo(Points.NONE);
    }

    @Test
    void aRealTenantCannotMoveItsClock() {
        Shop real = Platform.newShop();

        assertThat(Reply.refusalOf(() -> real.advances(day(1)))).isEqualTo("FAILED_PRECONDITION NOT_A_SANDBOX");
        assertThat(Reply.refusalOf(() -> clock(real))).isEqualTo("FAILED_PRECONDITION NOT_A_SANDBOX");
    }

    private static void buys(Shop shop, String member, String order, long euros) {
        shop.buys(member, order, euros(euros)).on(clock(shop)).told();
    }

    private static void walk(Shop shop, int from, int to) {
        IntStream.rangeClosed(from, to).forEach(number -> shop.advances(day(number)));
    }

    private static Instant clock(Shop shop) {
        return Instant.ofEpochMilli(Timestamps.toMillis(
                shop.sandbox.getClock(GetClockRequest.getDefaultInstance()).getClock()));
    }

    /** Every column of every entry but the tenant's. */
    private static List<String> entries(Shop shop) {
        return Rows.query(
                """
                select e.* from entry e join tenant t on t.tenant_id = e.tenant_id where t.name = ?
                order by e.member_no, e.entry_no
                """,
                row -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String column = row.getMetaData().getColumnLabel(i);
                        if (!column.equals("tenant_id")) {
                            text.append(column)
                                    .append('=')
                                    .append(row.getString(i))
                                    .append(' ');
                        }
                    }
                    return text.toString();
                },
                shop.name);
    }

    private TenantId tenant() {
        return Platform.SERVER
                .part(Tenants.class)
                .findByName(shop.name)
                .orElseThrow()
                .id();
    }

    private Turn takeTurn(Duration lease) {
        return Platform.SERVER
                .part(Storage.class)
                .transact(tx -> tx.clocks().takeTurn(tenant(), lease))
                .orElseThrow();
    }

    private static void clocks(Consumer<SandboxClocks> step) {
        Platform.SERVER.part(Storage.class).transact(tx -> {
            step.accept(tx.clocks());
            return true;
        });
    }
}
