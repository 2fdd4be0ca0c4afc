package dev.perennial.application.loyalty.simulation;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.simulation.Watcher.Reached;
import dev.perennial.application.program.ApplyProgram.Source;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 120 members, of whom each has bought for as many euros as its number says, under a program of a point a euro. */
class ProgramSimulationsTest {

    private static final int MEMBERS = 120;
    private static final ProgramDocument ONE = aDocument().with(aRule("base")).written();
    private static final Watcher NOBODY = new Watcher(() -> false, reached -> {});

    private final Ports ports = Ports.inMemory();
    private final Tenant shop = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final Desk desk = new Desk(ports, shop);
    private final ProgramChecker checker = new ProgramChecker(new CelConditions());
    private final ProgramCatalog catalog = new ProgramCatalog(checker);
    private final ProgramSimulations simulations =
            new ProgramSimulations(ports.storage(), catalog, checker, new TenantTime(() -> day(30)));

    @BeforeEach
    void live() {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command("program");
            tx.requests().claim(shop.id(), Map.of(key, desk.fingerprint("program")));
            tx.programs().add(shop.id(), new ProgramVersion(1, day(0), day(0), "", ONE), key, Desk.replyTo(key));
            return true;
        });
        ProgramHistory programs = ports.storage().read(tx -> catalog.in(tx, shop.id()));
        for (int i = 1; i <= MEMBERS; i++) {
            desk.enrol("m" + i, day(0));
            desk.record("m" + i, programs, aPurchase("o" + i).with(1, i * 100L).on(day(1)));
        }
    }

    @Test
    void membersOfEveryPageAreCountedAndRanked() {
        List<Reached> reached = new ArrayList<>();
        SimulationReport report =
                value(simulations.simulate(shop, all(Optional.empty()), new Watcher(() -> false, reached::add)));
        assertThat(report.members()).isEqualTo(MEMBERS);
        assertThat(report.differing()).isZero();
        assertThat(report.deciles()).hasSize(10);
        assertThat(report.deciles().getFirst()).isEqualTo(new Decile(1, 12, 1_374, 1_374));
        assertThat(report.deciles().getLast()).isEqualTo(new Decile(10, 12, 78, 78));
        assertThat(report.untold()).isEqualTo(Map.of("ENROL_MEMBER", (long) MEMBERS));
        assertThat(reached).extracting(Reached::members).containsExactly(50L, 100L, 120L);
    }

    @Test
    void whoCameLaterIsNotAmongThem() {
        desk.enrol("late", day(20));
        SimulationReport report = value(during(day(0), day(19)));
        assertThat(report.members()).isEqualTo(MEMBERS);
        assertThat(value(during(day(0), day(20))).members()).isEqualTo(MEMBERS + 1);
    }

    @Test
    void aSampleIsAlwaysTheSameMembers() {
        Simulation some = new Simulation(Optional.empty(), day(0), Optional.empty(), 30, Optional.empty());
        SimulationReport report = value(simulations.simulate(shop, some, NOBODY));
        assertThat(report.members()).isBetween(10L, 70L);
        assertThat(value(simulations.simulate(shop, some, NOBODY)).deciles()).isEqualTo(report.deciles());
    }

    @Test
    void nothingGoesOnWhenNobodyWaits() {
        List<Reached> reached = new ArrayList<>();
        Watcher leaving = new Watcher(() -> !reached.isEmpty(), reached::add);
        assertThat(value(simulations.simulate(shop, all(Optional.empty()), leaving))
                        .members())
                .isEqualTo(50);
        assertThat(reached).hasSize(1);
    }

    @Test
    void aServerSimulatesTwoAtOnce() {
        List<Result<SimulationReport>> third = new ArrayList<>();
        Watcher second = new Watcher(
                () -> false, reached -> third.add(simulations.simulate(shop, all(Optional.empty()), NOBODY)));
        Watcher first =
                new Watcher(() -> false, reached -> value(simulations.simulate(shop, all(Optional.empty()), second)));
        assertThat(value(simulations.simulate(shop, all(Optional.empty()), first))
                        .members())
                .isEqualTo(MEMBERS);
        assertThat(third).isNotEmpty().allSatisfy(each -> isRefused(each, Reason.TOO_MANY_SIMULATIONS));
        assertThat(value(simulations.simulate(shop, all(Optional.empty()), NOBODY))
                        .members())
                .isEqualTo(MEMBERS);
    }

    @Test
    void aPeriodHasToMakeSense() {
        isRefused(during(day(-1), day(5)), Reason.INVALID_REQUEST);
        isRefused(during(day(5), day(5)), Reason.INVALID_REQUEST);
        isRefused(during(day(5), day(31)), Reason.INVALID_REQUEST);
    }

    @Test
    void whatIsProposedHasToExistAndToMakeSense() {
        isRefused(
                simulations.simulate(shop, all(Optional.of(new Source.Earlier(2))), NOBODY),
                Reason.PROGRAM_VERSION_NOT_FOUND);
        ProgramDocument broken =
                aDocument().with(aRule("base").granting("nothing")).written();
        isRefused(
                simulations.simulate(shop, all(Optional.of(new Source.Written(broken))), NOBODY),
                Reason.PROGRAM_INVALID);
        Simulation byMiles =
                new Simulation(Optional.empty(), day(0), Optional.empty(), 100, Optional.of(new UnitId("miles")));
        isRefused(simulations.simulate(shop, byMiles, NOBODY), Reason.UNIT_NOT_FOUND);
        Tenant rival = ports.tenants().add("rival", new Secret(new byte[32]), "key of the rival");
        isRefused(simulations.simulate(rival, all(Optional.empty()), NOBODY), Reason.PROGRAM_NOT_APPLIED);
    }

    private Result<SimulationReport> during(Instant from, Instant to) {
        return simulations.simulate(
                shop, new Simulation(Optional.empty(), from, Optional.of(to), 100, Optional.empty()), NOBODY);
    }

    private static Simulation all(Optional<Source> source) {
        return new Simulation(source, day(0), Optional.empty(), 100, Optional.empty());
    }

    private static SimulationReport value(Result<SimulationReport> result) {
        return Desk.value(result);
    }

    private static void isRefused(Result<?> result, Reason reason) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
    }
}
