package dev.perennial.application.loyalty;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.activity.Activities;
import dev.perennial.application.ledger.Adjustment;
import dev.perennial.application.ledger.UnitLedger;
import dev.perennial.application.ledger.flow.DonationTotals;
import dev.perennial.application.ledger.flow.DonationTotals.Total;
import dev.perennial.application.ledger.flow.Donations;
import dev.perennial.application.ledger.flow.FlowSums;
import dev.perennial.application.loyalty.standing.Standings;
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
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.StandingDocument;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.program.UnitDefinition.Kind;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ada's birthday was in the morning and nothing is written down of it yet. Its gifts, 50 for her level and 50 trees, are
 * drawn from budgets of 120 a year: whoever looks sees what whoever acts is going to get.
 */
final class BudgetedPreviewsTest {

    private static final MemberId ADA = new MemberId("ada");
    private static final Instant AFTERWARDS = at("2026-06-15T10:00:00Z");
    private static final ProgramDocument GIFTS = aDocument()
            .withUnits(
                    new UnitDefinition("points", "Points", 0),
                    new UnitDefinition("status", "Status", 0, Kind.STATUS, null, ""),
                    new UnitDefinition("trees", "Trees", 0, Kind.CHARITY, null, "forest"))
            .withCauses(new Named("forest", "The forest"))
            .with(
                    aRule("base"),
                    aRule("honour")
                            .on(ActivityType.BIRTHDAY)
                            .granting("status")
                            .fixed(50)
                            .drawingOn("honours"),
                    aRule("plant")
                            .on(ActivityType.BIRTHDAY)
                            .granting("trees")
                            .fixed(50)
                            .drawingOn("saplings"))
            .withBudgets(
                    new BudgetDocument("honours", "", "status", 120, Period.YEAR),
                    new BudgetDocument("saplings", "", "trees", 120, Period.YEAR))
            .with(new StandingDocument(levels(), List.of()))
            .written();

    private final Ports ports = Ports.inMemory();
    private final Tenant shop = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final Desk desk = new Desk(ports, shop);
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker(new CelConditions()));
    private final TenantTime time = new TenantTime(() -> AFTERWARDS);
    private final Lanes lanes = new Lanes(ports.storage(), catalog, time, new Backoff(new Random(1)), 1);
    private final UnitLedger ledger = new UnitLedger(ports.storage(), lanes, catalog, ports.statements(), time);

    private static TiersDocument levels() {
        return new TiersDocument(
                "status",
                new TiersDocument.Window.CalendarYear(),
                List.of(new TiersDocument.Level("silver", "Silver", 50, List.of())),
                0,
                TiersDocument.Downgrade.TO_EARNED,
                TiersDocument.OnRefund.REVOKE,
                null);
    }

    @BeforeEach
    void live() {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command("gifts");
            desk.claim(tx, key);
            tx.programs().add(shop.id(), new ProgramVersion(1, START, START, "", GIFTS), key, Desk.replyTo(key));
            return true;
        });
        desk.enrol("ada", new Profile("", "", "", LocalDate.of(1990, 6, 15), "", "", "", "", ""), START);
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void whoExpectsWhatTheBalancesToldMayAdjust() {
        RequestKey key = RequestKey.command("five more");
        Adjustment adjustment =
                new Adjustment(ADA, new Correction.Adjust(new UnitId("points"), 5), "sorry", "", asTheBalancesTell());
        assertThat(ledger.adjust(
                                shop,
                                adjustment,
                                new Identity(key, desk.fingerprint("five more")),
                                (decision, number) -> Desk.replyTo(key))
                        .join())
                .isInstanceOf(Result.Ok.class);
        assertThat(desk.state("ada").wallet().balance(new UnitId("trees")).available())
                .isEqualTo(50);
    }

    @Test
    void whoExpectsWhatTheBalancesToldMaySimulate() {
        Activities activities = new Activities(ports.storage(), lanes, catalog, ports.activityLog(), time);
        assertThat(activities.simulate(shop, ADA, aPurchase("o1").of(euros(10)).on(AFTERWARDS), asTheBalancesTell()))
                .isInstanceOf(Result.Ok.class);
    }

    @Test
    void theStandingKnowsTheGift() {
        assertThat(level()).isEqualTo("silver");
    }

    @Test
    void theDonationsKnowTheGift() {
        assertThat(trees()).isEqualTo(50);
    }

    @Test
    void aBudgetThatOthersHaveUsedUpGivesWhatIsLeft() {
        ports.storage().transact(tx -> {
            tx.budgets().draw(shop.id(), Map.of(budget("honours"), 100L, budget("saplings"), 100L));
            return true;
        });
        assertThat(level()).as("20 of the 50 it takes").isEmpty();
        assertThat(trees()).isEqualTo(20);
    }

    private static BudgetUse budget(String id) {
        return new BudgetUse(id, LocalDate.of(2026, 1, 1));
    }

    private Expectations asTheBalancesTell() {
        long sequence = Desk.value(ledger.balances(shop, ADA)).sequence();
        return new Expectations(OptionalLong.of(sequence), OptionalInt.empty());
    }

    private String level() {
        Standings standings = new Standings(ports.storage(), lanes, catalog, ports.standingHistory(), time);
        return Desk.value(standings.get(shop, ADA)).outlook().orElseThrow().earnedLevel();
    }

    private long trees() {
        FlowSums sums = new FlowSums(ports.storage(), catalog, ports.unitFlows(), time);
        DonationTotals totals = Desk.value(new Donations(ports.storage(), sums).of(shop, ADA));
        return totals.causes().getFirst().totals().stream()
                .mapToLong(Total::given)
                .sum();
    }
}
