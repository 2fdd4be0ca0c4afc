package dev.perennial.application.ledger;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Up to 100 points are corrected by one person alone. */
class BulkAdjustmentsTest {

    private static final ProgramDocument LIMITED = aDocument()
            .withUnits(new UnitDefinition("points", "Points", 0, UnitDefinition.Kind.POINTS, null, "", null, 100L))
            .with(aRule("base"))
            .written();
    private static final Duration WEEK = Duration.ofDays(7);

    private final AtomicInteger today = new AtomicInteger(1);
    private final Ports ports = Ports.inMemory();
    private final Tenant shop = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final Desk desk = new Desk(ports, shop);
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker(new CelConditions()));
    private final TenantTime time = new TenantTime(() -> day(today.get()));
    private final Lanes lanes = new Lanes(ports.storage(), catalog, time, new Backoff(new Random(1)), 2);
    private final BulkAdjustments bulks =
            new BulkAdjustments(ports.storage(), lanes, catalog, ports.bulkApprovals(), time);
    private final BulkApproving approving = new BulkApproving(ports.storage(), ports.bulkApprovals(), time);
    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void open() {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command("program");
            desk.claim(tx, key);
            tx.programs().add(shop.id(), new ProgramVersion(1, START, START, "", LIMITED), key, Desk.replyTo(key));
            return true;
        });
        desk.enrol("ada", START);
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void anApprovalThatLapsedIsNone() {
        Bulk gift = bulk("gift", 101);
        approving.approve(shop, gift.content(), "maria", WEEK);
        today.set(8);
        assertThat(refusal(carriedOut(gift, looked -> {}))).isEqualTo(Reason.APPROVAL_NEEDED);
        assertThat(Desk.value(triedOut(gift)).approvalNeeded()).isTrue();

        approving.approve(shop, gift.content(), "maria", WEEK);
        assertThat(Desk.value(carriedOut(gift, looked -> {})).approver()).isEqualTo("maria");
        assertThat(points()).isEqualTo(101);
    }

    @Test
    void anApprovalThatWasWithdrawnIsNoneWhoeverGaveIt() {
        Bulk gift = bulk("gift", 101);
        assertThat(refusal(approving.withdraw(shop, gift.content(), "kim", "")))
                .isEqualTo(Reason.BULK_APPROVAL_NOT_FOUND);
        approving.approve(shop, gift.content(), "maria", WEEK);
        approving.approve(shop, gift.content(), "olga", WEEK);
        assertThat(Desk.value(approving.withdraw(shop, gift.content(), "olga", "too much"))
                        .approvals())
                .hasSize(2);
        assertThat(refusal(carriedOut(gift, looked -> {}))).isEqualTo(Reason.APPROVAL_NEEDED);
    }

    @Test
    void whatIsLeftWhenAnApprovalIsWithdrawnIsRefused() {
        Bulk gift = bulk("gift", IntStream.range(0, 2_000).mapToLong(i -> 1).toArray());
        approving.approve(shop, gift.content(), "maria", WEEK);
        BulkReport report = Desk.value(carriedOut(gift, looked -> {
            if (looked == 1) {
                Desk.value(approving.withdraw(shop, gift.content(), "maria", "the wrong list"));
            }
        }));
        assertThat(report.done()).isBetween(1L, 600L).isEqualTo(points());
        assertThat(report.done() + report.refused()).isEqualTo(2_000);
        assertThat(report.approvalNeeded()).isTrue();
        assertThat(refused).endsWith("2000 APPROVAL_NEEDED");
    }

    @Test
    void noLineIsDoneAfterTheApprovalHasLapsed() {
        Bulk gift = bulk("gift", IntStream.range(0, 2_000).mapToLong(i -> 1).toArray());
        approving.approve(shop, gift.content(), "maria", WEEK);
        BulkReport report = Desk.value(carriedOut(gift, looked -> today.set(8)));
        assertThat(report.done()).isEqualTo(points()).isLessThan(2_000);
        assertThat(report.done() + report.refused()).isEqualTo(2_000);
    }

    @Test
    void aTrialTellsWhatWasDoneBefore() {
        Bulk gift = bulk("gift", 30, -50, 20);
        assertThat(Desk.value(carriedOut(gift, looked -> {})).done()).isEqualTo(2);
        assertThat(refused).containsExactly("2 INSUFFICIENT_UNITS");
        refused.clear();

        BulkReport trial = Desk.value(triedOut(gift));
        assertThat(List.of(trial.done(), trial.known(), trial.refused())).containsExactly(1L, 2L, 0L);
        assertThat(trial.sums()).containsExactly(new BulkReport.Sum("points", 50, 50));
        assertThat(Desk.value(triedOut(bulk("gift", 31, -50, 20))).known()).isEqualTo(1);
        assertThat(refused).containsExactly("1 KEY_REUSED");
        assertThat(points()).as("nothing is written").isEqualTo(50);
    }

    @Test
    void aTrialTellsThatALineNeedsAnApproval() {
        assertThat(Desk.value(carriedOut(bulk("first", 70), looked -> {})).done())
                .isEqualTo(1);
        BulkReport trial = Desk.value(triedOut(bulk("second", 31)));
        assertThat(trial.approvalNeeded())
                .as("70 were done alone within the day")
                .isTrue();
        assertThat(refused).containsExactly("1 APPROVAL_NEEDED");
    }

    @Test
    void whatAddsUpToMoreThanCanBeToldIsRefused() {
        long[] much = IntStream.range(0, 1_000)
                .mapToLong(i -> i % 2 == 0 ? 1_000_000_000_000_000L : -1_000_000_000_000_000L)
                .toArray();
        assertThat(refusal(carriedOut(bulk("most", much), looked -> {}))).isEqualTo(Reason.APPROVAL_NEEDED);
        long[] more = IntStream.range(0, 10_000)
                .mapToLong(i -> 1_000_000_000_000_000L)
                .toArray();
        for (Result<BulkReport> told :
                List.of(triedOut(bulk("more", more)), carriedOut(bulk("more", more), looked -> {}))) {
            assertThat(why(told).problems()).extracting(Problem::field).containsExactly("lines.lines");
        }
    }

    private static Bulk bulk(String id, long... amounts) {
        return new Bulk(
                id,
                "kim",
                "the outage",
                IntStream.range(0, amounts.length)
                        .mapToObj(i -> new Bulk.Line(i + 1, new MemberId("ada"), POINTS, amounts[i]))
                        .toList());
    }

    private Result<BulkReport> carriedOut(Bulk bulk, LongConsumer reached) {
        return bulks.carryOut(
                shop,
                bulk,
                new BulkAdjustments.Lines(
                        line -> identity(bulk, line), (done, number) -> Desk.replyTo(key(bulk, line(1)))),
                watcher(reached));
    }

    private Result<BulkReport> triedOut(Bulk bulk) {
        return bulks.tryOut(shop, bulk, line -> identity(bulk, line), watcher(looked -> {}));
    }

    private BulkWatcher watcher(LongConsumer reached) {
        return new BulkWatcher(() -> false, reached, (line, why) -> refused.add(line.number() + " " + why.reason()));
    }

    private Identity identity(Bulk bulk, Bulk.Line line) {
        return new Identity(key(bulk, line), desk.fingerprint(bulk.actor() + line));
    }

    private static RequestKey key(Bulk bulk, Bulk.Line line) {
        return RequestKey.command("bulk:" + bulk.id() + ":" + line.number());
    }

    private static Bulk.Line line(int number) {
        return new Bulk.Line(number, new MemberId("ada"), POINTS, 1);
    }

    private static Reason refusal(Result<?> result) {
        return why(result).reason();
    }

    private static Refusal why(Result<?> result) {
        return switch (result) {
            case Result.Ok<?> done -> throw new AssertionError("done: " + done);
            case Result.Refused<?>(Refusal why) -> why;
        };
    }

    private long points() {
        return desk.state("ada").wallet().balance(POINTS).available();
    }
}
