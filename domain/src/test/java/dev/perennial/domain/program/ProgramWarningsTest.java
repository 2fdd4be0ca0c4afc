package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.testing.FullDocument;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramWarningsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void an_ordinary_program_gives_no_reason_to_warn() {
        assertThat(fields(aDocument())).isEmpty();
    }

    @Test
    void a_season_that_is_over_now() {
        assertThat(fields(aDocument().with(aRule("base").until("2026-03-01T12:00:00Z"))))
                .containsExactly("earning_rules[0].ends_at");
        assertThat(fields(aDocument().with(aRule("base").until("2026-03-01T12:00:01Z"))))
                .isEmpty();
    }

    @Test
    void a_cap_below_what_one_fact_grants() {
        assertThat(fields(aDocument()
                        .with(aRule("base").fixed(10).cappedAt(10, Period.MONTH).cappedAt(9, Period.DAY))))
                .containsExactly("earning_rules[0].caps[1].units");
    }

    @Test
    void a_unit_that_no_rule_grants() {
        assertThat(fields(aDocument().withUnit("stamps", "Stamps", 0))).containsExactly("units[1]");
    }

    @Test
    void a_unit_that_a_challenge_or_a_card_grants_is_used() {
        assertThat(ProgramWarnings.of(List.of(), FullDocument.written(), NOW))
                .extracting(Problem::field)
                .noneMatch(field -> field.startsWith("units"));
    }

    @Test
    void a_cap_that_another_one_makes_moot() {
        assertThat(fields(
                        aDocument().with(aRule("base").cappedAt(50, Period.DAY).cappedAt(40, Period.MONTH))))
                .containsExactly("earning_rules[0].caps[0].units");
        assertThat(fields(
                        aDocument().with(aRule("base").cappedAt(50, Period.DAY).cappedAtTimes(1, Period.MONTH))))
                .isEmpty();
    }

    @Test
    void rules_that_no_fact_can_match() {
        assertThat(fields(aDocument()
                        .withPartners(new Named("bakery", ""))
                        .with(
                                aRule("a")
                                        .on(ActivityType.CUSTOM)
                                        .onCustom("not a name")
                                        .fixed(1),
                                aRule("b")
                                        .on(ActivityType.BIRTHDAY)
                                        .with("bakery")
                                        .fixed(1),
                                aRule("c")
                                        .on(ActivityType.ANNIVERSARY)
                                        .earning(new EarningAmount.PerAttribute("x", 1, 1, Rounding.DOWN)))))
                .containsExactly(
                        "earning_rules[0].custom_name", "earning_rules[1].partner", "earning_rules[2].per_attribute");
    }

    @Test
    void rules_that_grant_the_same_for_the_same_facts() {
        assertThat(fields(aDocument().with(aRule("a"), aRule("b")))).containsExactly("earning_rules[1]");
        assertThat(fields(aDocument().with(aRule("a"), aRule("b").when("true"))))
                .isEmpty();
        assertThat(fields(aDocument().with(aRule("a").when("x"), aRule("b").when(" x "))))
                .containsExactly("earning_rules[1]");
        assertThat(fields(aDocument()
                        .with(
                                aRule("a").until("2027-01-01T00:00:00Z"),
                                aRule("b").from("2027-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(fields(aDocument()
                        .withPartners(new Named("bakery", ""))
                        .with(aRule("a"), aRule("b").with("bakery"))))
                .isEmpty();
    }

    @Test
    void rules_that_overlap_whatever_the_facts_are() {
        ADocument coffee = aDocument()
                .with(
                        aRule("every-euro"),
                        aRule("double").when("activity.amount > 100"),
                        aRule("again").when(" activity.amount > 100 "),
                        aRule("other").when("activity.amount > 200"),
                        aRule("stamp").granting("stamps"));
        assertThat(RuleOverlap.in(coffee.written()))
                .containsExactly(
                        new RuleOverlap("double", "every-euro", "points"),
                        new RuleOverlap("again", "every-euro", "points"),
                        new RuleOverlap("again", "double", "points"),
                        new RuleOverlap("other", "every-euro", "points"));
    }

    @Test
    void a_multiplier_of_nothing() {
        Subject visits = Subject.every(ActivityType.VISIT);
        assertThat(fields(aDocument().multipliedBy(new MultiplierDocument("m", "", visits, 200, List.of()))))
                .containsExactly("multipliers[0]");
    }

    @Test
    void a_budget_that_no_rule_draws_on_and_one_that_is_too_small() {
        BudgetDocument budget = new BudgetDocument("b", "", "points", 9, Period.DAY);
        assertThat(fields(aDocument().withBudgets(budget))).containsExactly("budgets[0]");
        assertThat(fields(aDocument()
                        .withBudgets(budget)
                        .with(aRule("r").fixed(10).drawingOn("b"))))
                .containsExactly("earning_rules[0].budget");
    }

    @Test
    void a_counter_that_nothing_reads_and_one_that_stays_0() {
        CounterDocument counter = new CounterDocument(
                "earned",
                "",
                Subject.every(ActivityType.VISIT),
                new CounterDocument.Measure.Units("points"),
                new CounterDocument.Window.Rolling(7));
        EngagementDocument engagement = new EngagementDocument(
                List.of(counter), List.of(), List.of(), List.of(), List.of(), CelebrationsDocument.DEFAULT);

        assertThat(fields(aDocument().with(engagement))).containsExactly("counters[0]", "counters[0].units");
        assertThat(fields(aDocument()
                        .with(engagement)
                        .with(
                                aRule("a").when("member.counters.earned > 3"),
                                aRule("b").on(ActivityType.VISIT).fixed(1))))
                .isEmpty();
    }

    @Test
    void a_change_that_gives_old_amounts_a_new_meaning() {
        ProgramDocument before = aDocument().withUnit("credit", "Credit", 0).written();
        ProgramDocument after = aDocument()
                .countingIn("JPY")
                .withUnits(new UnitDefinition("points", "Points", 2))
                .written();

        assertThat(ProgramWarnings.of(List.of(version(1, NOW, before)), after, NOW))
                .containsExactly(
                        new Problem("currency", "changes from EUR; what members spent so far is not converted"),
                        new Problem(
                                "units[0].scale",
                                "changes from 0; balances keep their smallest steps and will be read differently"),
                        new Problem("units", "'credit' is gone; what members hold of it stays with them"));
    }

    @Test
    void a_version_that_is_scheduled_and_will_take_over() {
        ProgramDocument document = aDocument().written();
        Instant may = Instant.parse("2026-05-01T00:00:00Z");
        List<ProgramVersion> versions = List.of(
                version(1, NOW.minusSeconds(1), document),
                version(2, may.plusSeconds(3_600), document),
                version(3, may, document),
                version(4, NOW, document));

        assertThat(ProgramWarnings.of(versions, document, NOW))
                .containsExactly(
                        new Problem(
                                "",
                                "version 3 is scheduled for 2026-05-01T00:00:00Z and takes over then from what is"
                                        + " applied to take effect earlier"),
                        new Problem(
                                "",
                                "version 2 is scheduled for 2026-05-01T01:00:00Z and takes over then from what is"
                                        + " applied to take effect earlier"));
        assertThat(ProgramVersion.inForce(versions, NOW)).contains(versions.get(3));
        assertThat(ProgramVersion.inForce(versions, may)).contains(versions.get(2));
        assertThat(ProgramVersion.inForce(versions, NOW.minusSeconds(9))).contains(versions.get(0));
        assertThat(ProgramVersion.inForce(List.of(), NOW)).isEmpty();
    }

    private static ProgramVersion version(int number, Instant effectiveAt, ProgramDocument document) {
        return new ProgramVersion(number, effectiveAt, NOW, "", document);
    }

    private static List<String> fields(ADocument document) {
        return ProgramWarnings.of(List.of(), document.written(), NOW).stream()
                .map(Problem::field)
                .toList();
    }
}
