package dev.perennial.domain.program;

import static dev.perennial.domain.program.DocumentTables.condition;
import static dev.perennial.domain.program.DocumentTables.unit;
import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.program.ProgramChecker.Checked;
import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.domain.testing.FullDocument;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramCheckerTest {

    /** A language of one mistake: every line that says "wrong" is wrong. */
    private static final Conditions LANGUAGE = (source, currency) -> {
        List<String> lines = source.lines().toList();
        List<Problem> problems = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("wrong"))
                .mapToObj(i -> new Problem("", "line " + (i + 1) + ", column 1: wrong"))
                .toList();
        return problems.isEmpty()
                ? new Compiled.Usable(facts -> Condition.Verdict.MATCHED)
                : new Compiled.Broken(problems);
    };

    private final ProgramChecker checker = new ProgramChecker(LANGUAGE);

    @Test
    void a_correct_document_becomes_a_program() {
        ProgramDocument document = aDocument()
                .withUnit("stamps", "Stamps", 0)
                .with(
                        aRule("base"),
                        aRule("visit-stamp")
                                .on(ActivityType.VISIT)
                                .fixed(1)
                                .granting("stamps")
                                .when("right"))
                .written();

        Program program = valid(document);

        assertThat(program.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(program.currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(program.reopenWindow()).isEqualTo(Duration.ofDays(60));
        assertThat(program.units()).containsOnlyKeys(new UnitId("points"), new UnitId("stamps"));
        assertThat(program.rules()).extracting(EarningRule::id).containsExactly("base", "visit-stamp");
        assertThat(program.rules().getFirst().condition()).isSameAs(Condition.ALWAYS);
        assertThat(program.rules().getLast().unit()).isEqualTo(new UnitId("stamps"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "dev.perennial.domain.program.DocumentTables#accepted",
        "dev.perennial.domain.program.SpendingTables#accepted",
        "dev.perennial.domain.program.TransferTables#accepted",
        "dev.perennial.domain.program.PoolTables#accepted",
        "dev.perennial.domain.program.CheckoutTables#accepted"
    })
    void accepts(String what, ADocument document) {
        assertThat(checker.check(document.written())).isInstanceOf(Checked.Valid.class);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({
        "dev.perennial.domain.program.DocumentTables#refused",
        "dev.perennial.domain.program.EarningTables#refusedUnits",
        "dev.perennial.domain.program.EarningTables#refusedRules",
        "dev.perennial.domain.program.EarningTables#refusedMultipliersAndBudgets",
        "dev.perennial.domain.program.EarningTables#refusedParties",
        "dev.perennial.domain.program.EngagementTables#refusedCounters",
        "dev.perennial.domain.program.EngagementTables#refusedChallenges",
        "dev.perennial.domain.program.EngagementTables#refusedRest",
        "dev.perennial.domain.program.StandingTables#refusedTiers",
        "dev.perennial.domain.program.StandingTables#refusedPlans",
        "dev.perennial.domain.program.SpendingTables#refusedTexts",
        "dev.perennial.domain.program.SpendingTables#refusedContents",
        "dev.perennial.domain.program.SpendingTables#refusedTerms",
        "dev.perennial.domain.program.TransferTables#refused",
        "dev.perennial.domain.program.PoolTables#refused",
        "dev.perennial.domain.program.CheckoutTables#refused"
    })
    void refuses(String what, ADocument document, String field, String description) {
        assertThat(problems(document.written())).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.description()).contains(description);
        });
    }

    @Test
    void accepts_everything_that_a_document_can_say() {
        Program program = valid(FullDocument.written());

        assertThat(program.multipliers()).hasSize(2);
        assertThat(program.counters()).extracting(Counter::id).contains("visits", "metres");
        assertThat(program.rewards()).extracting(Reward::id).startsWith("mug", "tenth-off");
        assertThat(program.rewards().getFirst().condition()).isNotSameAs(Condition.ALWAYS);
        assertThat(program.rewards().get(1).condition()).isSameAs(Condition.ALWAYS);
    }

    @Test
    void a_condition_that_reads_a_counter_by_name_needs_that_counter() {
        ProgramChecker reading = new ProgramChecker((source, currency) -> new Compiled.Usable(new Condition() {
            @Override
            public Verdict test(Facts facts) {
                return Verdict.MATCHED;
            }

            @Override
            public Set<String> counters() {
                return Set.of(source);
            }
        }));

        assertThat(((Checked.Broken) reading.check(condition("steps").written())).problems())
                .containsExactly(new Problem("earning_rules[0].condition", "the program has no counter 'steps'"));
    }

    @Test
    void everything_wrong_is_reported_at_once_in_the_order_of_the_document() {
        ProgramDocument document = aDocument()
                .inZone("nowhere")
                .countingIn("money")
                .reopening(500)
                .withUnits(unit("A", "", 9))
                .with(
                        aRule("ok").granting("A"),
                        aRule("?")
                                .when("wrong\nright\nwrong")
                                .granting("b")
                                .pendingFor(-1)
                                .cappedAt(0, Period.DAY))
                .written();

        assertThat(problems(document))
                .extracting(Problem::field)
                .containsExactly(
                        "time_zone",
                        "currency",
                        "reopen_window_days",
                        "units[0].id",
                        "units[0].scale",
                        "earning_rules[1].id",
                        "earning_rules[1].condition",
                        "earning_rules[1].condition",
                        "earning_rules[1].unit",
                        "earning_rules[1].pending_days",
                        "earning_rules[1].caps[0].units");
    }

    @Test
    void conditions_are_compiled_for_the_programs_currency_or_for_none_when_that_is_wrong() {
        List<String> currencies = new ArrayList<>();
        ProgramChecker listening = new ProgramChecker((source, currency) -> {
            currencies.add(currency.getCurrencyCode());
            return new Compiled.Usable(Condition.ALWAYS);
        });

        listening.check(condition("c").countingIn("JPY").written());
        listening.check(condition("c").countingIn("").written());

        assertThat(currencies).containsExactly("JPY", "XXX");
    }

    private Program valid(ProgramDocument document) {
        return ((Checked.Valid) checker.check(document)).program();
    }

    private List<Problem> problems(ProgramDocument document) {
        return ((Checked.Broken) checker.check(document)).problems();
    }
}
