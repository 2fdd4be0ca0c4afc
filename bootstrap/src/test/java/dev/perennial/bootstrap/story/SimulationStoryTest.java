package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import dev.perennial.bootstrap.command.simulating.SimulateCommand;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc;
import dev.perennial.contract.ledger.v1.GetLiabilityRequest;
import dev.perennial.contract.ledger.v1.MoneyAmount;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.loyalty.v1.ReverseRedemptionRequest;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.contract.program.v1.MemberDecile;
import dev.perennial.contract.program.v1.Rounding;
import dev.perennial.contract.program.v1.SimulatedMoney;
import dev.perennial.contract.program.v1.SimulatedUnit;
import dev.perennial.contract.program.v1.SimulationReport;
import dev.perennial.contract.program.v1.UnitOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What would have been: a point for each euro, two of them since day 12, and half of one if somebody had it their way. */
class SimulationStoryTest {

    private static final List<String> MEMBERS = List.of("alice", "bob", "carol");
    private static final AProgram ONE =
            sellingMugs(aRule("base").perEuro(1).pendingFor(3).expiringAfter(60));
    private static final AProgram TWO =
            sellingMugs(aRule("base").perEuro(2).pendingFor(1).expiringAfter(60));
    private static final AProgram HALF =
            sellingMugs(aRule("base").per(1, 200, Rounding.ROUNDING_DOWN).expiringAfter(60));

    private final Shop shop = opened();

    private static AProgram sellingMugs(ARule base) {
        return aProgram(
                        base,
                        aRule("hello").about(ActivityType.ACTIVITY_TYPE_VISIT).fixed(30))
                .withPointsWorth(3, 1)
                .sending(Sending.points().setMaximum(1_000))
                .selling(Catalogue.voucher("mug", 60, 90), Catalogue.units("stamp", 10, "stamps", 2));
    }

    private static Shop opened() {
        Shop shop = Platform.newSandbox().runs(ONE);
        MEMBERS.forEach(shop::enrols);
        return shop;
    }

    @Test
    void theVersionsAsTheyWereAppliedEndAgainInWhatIsStored() {
        live(shop);
        SimulationReport report = Simulations.of(shop, Simulations.from(day(0)));

        assertThat(report.getMembersDiffering()).as(report.toString()).isZero();
        assertThat(report.getMembers()).isEqualTo(3);
        assertThat(report.getSkippedList()).isEmpty();
        assertThat(report.getUnfunded().getCommands()).isZero();
        nothingDiffers(report);
        UnitOutcome points = points(report).getCurrent();
        assertThat(points.getOutstanding())
                .isEqualTo(MEMBERS.stream()
                        .map(shop::points)
                        .mapToLong(each -> each.available() + each.pending())
                        .sum());
        assertThat(points.getGranted()).isEqualTo(moved("ISSUED"));
        assertThat(points.getRedeemed()).isEqualTo(-moved("REDEEMED"));
        assertThat(points.getExpired()).isEqualTo(-moved("EXPIRED"));
        assertThat(points.getLiabilityList())
                .extracting(SimulatedMoney::getAmount)
                .containsExactlyElementsOf(owed());
    }

    @Test
    void proposingTheVersionInForceMakesNoDifference() {
        live(shop);
        SimulationReport report = Simulations.of(shop, Simulations.from(day(12)).setVersion(2));

        assertThat(report.getMembersDiffering()).isZero();
        nothingDiffers(report);
        assertThat(points(report).getCurrent().getGranted()).isPositive();
    }

    @Test
    void whoeverWouldHaveHadLessCouldNotHavePaid() {
        live(shop);
        SimulationReport report = Simulations.of(shop, Simulations.from(day(0)).setProgram(HALF.document()));

        assertThat(report.getUnfunded().getCommands()).isEqualTo(1);
        assertThat(report.getUnfunded().getUnits(0).getUnits()).isEqualTo(60);
        assertThat(report.getUnfunded().getExamples(0).getMemberId()).isEqualTo("alice");
        assertThat(report.getUnfunded().getExamples(0).getReason()).isEqualTo("INSUFFICIENT_UNITS");
        assertThat(report.getUnfunded().getExamples(0).getSubject()).isEqualTo("mug");
        assertThat(report.getMembersDiffering()).isZero();
        assertThat(points(report).getProposed().getGranted())
                .isLessThan(points(report).getCurrent().getGranted());
        assertThat(report.getDecilesList()).hasSize(10);
        assertThat(report.getDecilesList().stream()
                        .mapToLong(MemberDecile::getMembers)
                        .sum())
                .isEqualTo(3);
        assertThat(report.getDecilesList().stream()
                        .mapToLong(MemberDecile::getDifference)
                        .sum())
                .isEqualTo(points(report).getProposed().getGranted()
                        - points(report).getCurrent().getGranted());
        assertThat(report.getRulesList()).anySatisfy(rule -> {
            assertThat(rule.getRuleId()).isEqualTo("base");
            assertThat(rule.getProposed().getUnits())
                    .isLessThan(rule.getCurrent().getUnits());
        });
    }

    @Test
    void simulatingIsWhatDoingWouldHaveComeTo() {
        Shop done = opened();
        buysUntilDayTen(shop);
        buysUntilDayTen(done);
        done.runs(TWO);
        buysAfterDayTen(shop);
        buysAfterDayTen(done);

        SimulationReport simulated =
                Simulations.of(shop, Simulations.from(day(10)).setProgram(TWO.document()));
        SimulationReport real = Simulations.of(done, Simulations.from(day(10)));

        assertThat(real.getMembersDiffering()).isZero();
        assertThat(simulated.getUnitsList().stream().map(SimulatedUnit::getProposed))
                .containsExactlyElementsOf(real.getUnitsList().stream()
                        .map(SimulatedUnit::getCurrent)
                        .toList());
        assertThat(points(simulated).getProposed().getGranted())
                .isNotEqualTo(points(simulated).getCurrent().getGranted());
    }

    @Test
    void theCommandShowsBothSides(@TempDir Path folder) throws IOException {
        live(shop);
        Path key = Files.writeString(folder.resolve("key"), shop.key);
        Path program = Files.writeString(
                folder.resolve("half.json"), JsonFormat.printer().print(HALF.document()));
        StringWriter text = new StringWriter();
        CommandLine command = new CommandLine(new SimulateCommand()).setOut(new PrintWriter(text));

        int status = command.execute(
                program.toString(),
                "--from",
                "2026-01-05T09:00:00Z",
                "--server",
                "127.0.0.1:" + Platform.SERVER.port(),
                "--key-file",
                key.toString());

        assertThat(text.toString().lines())
                .contains(
                        "could not have been funded: 1 commands, 60 points",
                        "  alice: REDEEM_REWARD mug → INSUFFICIENT_UNITS",
                        "3 members; each ends again in exactly what is stored");
        assertThat(status).isZero();
    }

    @Test
    void nothingIsWritten() {
        live(shop);
        List<Long> before = rows();
        Simulations.of(shop, Simulations.from(day(0)).setProgram(HALF.document()));
        assertThat(rows()).isEqualTo(before);
    }

    private List<Long> rows() {
        return List.of(Rows.count(shop, "entry"), Rows.count(shop, "outbox"), Rows.count(shop, "program_version"));
    }

    /** Facts that come late, in part refunded, commands of every kind, and another version on day 12. */
    private static void live(Shop shop) {
        shop.buys("alice", "o1", euros(100)).on(day(0)).told();
        shop.visits("bob", "v1").on(day(0)).told();
        shop.advances(day(5));
        redeems(shop, "alice", "mug");
        shop.adjusts("bob", 70, "a1");
        shop.advances(day(10));
        shop.buys("alice", "o2", euros(80)).on(day(10)).told();
        shop.rewards.reserveReward(ReserveRewardRequest.newBuilder()
                .setMemberId("bob")
                .setRewardId("mug")
                .setRequestId("reserve")
                .build());
        shop.advances(day(12));
        shop.runs(TWO);
        shop.advances(day(13));
        shop.buys("carol", "o4", euros(50)).on(day(13)).told();
        shop.buys("alice", "o3", euros(20)).on(day(4)).told();
        shop.refunds("alice", "o1", "r1", euros(50)).on(day(13)).told();
        shop.adjusts("alice", -10, "a2");
        new Sending(shop).done("bob", "carol", 15, "t1");
        long stamps = redeems(shop, "bob", "stamp");
        shop.advances(day(20));
        shop.redemptions.reverseRedemption(ReverseRedemptionRequest.newBuilder()
                .setMemberId("bob")
                .setRedemptionNumber(stamps)
                .setReason("by mistake")
                .setRequestId("reverse")
                .build());
        shop.members.setMemberStatus(SetMemberStatusRequest.newBuilder()
                .setMemberId("carol")
                .setStatus(MemberStatus.MEMBER_STATUS_SUSPENDED)
                .setReason("a look at it")
                .setRequestId("suspend")
                .build());
        shop.advances(day(71));
    }

    private static void buysUntilDayTen(Shop shop) {
        shop.buys("alice", "o1", euros(100)).on(day(0)).told();
        shop.advances(day(10));
    }

    private static void buysAfterDayTen(Shop shop) {
        shop.advances(day(11));
        shop.buys("alice", "o2", euros(30)).on(day(11)).told();
        shop.buys("bob", "o3", euros(7)).on(day(9)).told();
        shop.advances(day(75));
        shop.refunds("alice", "o2", "r1", euros(10)).on(day(75)).told();
    }

    private static long redeems(Shop shop, String member, String reward) {
        return shop.rewards
                .redeemReward(RedeemRewardRequest.newBuilder()
                        .setMemberId(member)
                        .setRewardId(reward)
                        .setRequestId(reward + " of " + member)
                        .build())
                .getRedemption()
                .getNumber();
    }

    private static SimulatedUnit points(SimulationReport report) {
        return report.getUnitsList().stream()
                .filter(unit -> unit.getUnit().equals("points"))
                .findFirst()
                .orElseThrow();
    }

    private static void nothingDiffers(SimulationReport report) {
        assertThat(report.getUnitsList())
                .isNotEmpty()
                .allSatisfy(unit -> assertThat(unit.getProposed()).isEqualTo(unit.getCurrent()));
        assertThat(report.getRulesList())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getProposed()).isEqualTo(rule.getCurrent()));
        assertThat(report.getDecilesList())
                .extracting(MemberDecile::getDifference)
                .containsOnly(0L);
    }

    /** What left one of the program's accounts, less what came into it, as the ledger has it. */
    private long moved(String account) {
        return Rows.query("""
            select coalesce(sum(case when e.from_account = ? then e.amount else 0 end)
                - sum(case when e.to_account = ? then e.amount else 0 end), 0)
            from entry e join tenant t on t.tenant_id = e.tenant_id
            where e.unit = 'points' and t.name = ?
            """, row -> row.getLong(1), account, account, shop.name)
                .getFirst();
    }

    private List<Long> owed() {
        return BooksServiceGrpc.newBlockingStub(shop.channel)
                .getLiability(GetLiabilityRequest.getDefaultInstance())
                .getWorthList()
                .stream()
                .map(MoneyAmount::getAmount)
                .toList();
    }
}
