package dev.perennial.application.program.cel;

import static dev.perennial.application.program.cel.Sample.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelRuntime;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Condition.Verdict;
import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.shared.Problem;
import java.lang.reflect.Proxy;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionsTest {

    private static final CelConditions CONDITIONS = new CelConditions();
    private static final Facts FACTS = Sample.purchase();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activity.amount >= 500 && activity.store == \"berlin-1\"",
                "activity.amount == money(\"45.00\")",
                "activity.amount > money('-1') && activity.total == money('49.9')",
                "activity.lines.exists(l, l.category == 'coffee' && l.amount >= 500)",
                "activity.lines.filter(x, x.amount > 300).all(y, y.quantity == 1)",
                "activity.lines.map(x, x.amount).exists(y, y == 900)",
                "activity.lines.map(x, x.amount > 100, x.amount + 1).exists(y, y == 901)",
                "activity.lines.exists_one(l, l.sku == 'sku-3')",
                "activity.lines[0].sku == 'sku-0' && activity.lines[0] != activity.lines[1]",
                "size(activity.lines) == 10",
                "activity.attributes['campaign'] == 'spring' && activity.attributes.till.startsWith('7')",
                "'campaign' in activity.attributes && !has(activity.attributes.nope)",
                "activity.attributes.nope == 'x' || true",
                "activity.channel in ['app', 'web']",
                "activity.store.matches('^[a-z]+-[0-9]+$')",
                "!activity.date.matches('^[0-9]{4}-12-[0-9]{2}$')",
                "int(activity.attributes.till) == 7 && string(activity.day) == '8'",
                "timestamp('2026-01-01T00:00:00Z') + duration('24h') == timestamp('2026-01-02T00:00:00Z')",
                "(member.is_first_purchase ? 1 : 2) == 1",
                "// a comment\n true"
            })
    void holds(String source) {
        assertThat(ask(source, FACTS)).isEqualTo(Verdict.MATCHED);
    }

    /** The library turns most of what is thrown into its own exception, but not all. */
    @Test
    void an_accident_of_the_library_does_not_match() {
        CelExpr yes = CelExpr.ofConstant(1, CelConstant.ofValue(true));
        for (Throwable accident : List.of(new StackOverflowError(), new IllegalStateException("as told"))) {
            CelRuntime.Program broken = (CelRuntime.Program) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {CelRuntime.Program.class}, (proxy, method, given) -> {
                        throw accident;
                    });

            assertThat(new CelCondition("true", yes, broken).test(FACTS))
                    .isEqualTo(Verdict.notMatched("it cannot be computed"));
        }
    }

    @Test
    void an_ordinary_no_says_what_the_condition_read() {
        assertThat(ask("activity.amount > money('45')", FACTS))
                .isEqualTo(Verdict.notMatched("the condition does not hold: activity.amount is 4500"));
        assertThat(ask("activity.channel == 'fax' && !activity.historical || activity.channel == ''", FACTS)
                        .reason())
                .isEqualTo("the condition does not hold: activity.channel is \"app\", activity.historical is false");
    }

    @Test
    void what_is_known_of_the_member_as_a_person_is_not_told() {
        assertThat(ask("member.country == 'XX' || member.birth_year > 2100", FACTS))
                .isEqualTo(Verdict.notMatched("the condition does not hold"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_cannot_be_computed_does_not_match_and_says_where(String source, String reason) {
        assertThat(ask(source, FACTS)).isEqualTo(Verdict.notMatched(reason));
    }

    static Stream<Arguments> what_cannot_be_computed_does_not_match_and_says_where() {
        return Stream.of(
                arguments("activity.attributes.nope == 'x'", "line 1, column 20: the map has no such key"),
                arguments("\n\n  activity.attributes[\n'nope'] == 'x'", "line 3, column 22: the map has no such key"),
                arguments("activity.lines[99].sku == ''", "line 1, column 15: the list has no such element"),
                arguments("activity.amount / (activity.quantity - 10) > 1", "line 1, column 17: division by zero"),
                arguments("activity.amount % 0 == 1", "line 1, column 17: division by zero"),
                arguments("activity.amount * 9223372036854775807 > 1", "line 1, column 17: a number is too large"),
                arguments("int(activity.store) > 1", "line 1, column 4: a value cannot be converted"),
                arguments("'☕🌱' == '' || int(activity.store) > 1", "line 1, column 18: a value cannot be converted"),
                arguments(nestedLoops(5), "line 1, column 22: too many loop steps"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String source, List<String> problems) {
        assertThat(problems(source, EUR)).containsExactlyElementsOf(problems);
    }

    static Stream<Arguments> refuses() {
        String whole = "; amounts are whole numbers of the smallest unit, or money(\"50.00\")";
        String one = "money takes one quoted amount, such as money(\"50\")";
        String range = " is not an amount of EUR, which has 2 decimals and at most 9223372036854775807 smallest units";
        return Stream.of(
                // fields and names
                refused("activity.amnt > 3", "line 1, column 9: there is no field 'amnt'"),
                refused(
                        "true &&\n activity.amnt > 3 && activity.sotre == 'x' && foo",
                        "line 2, column 10: there is no field 'amnt'",
                        "line 2, column 31: there is no field 'sotre'",
                        "line 2, column 48: 'foo' is not known here"),
                refused("activity.lines.exists(l, l.categry == '')", "line 1, column 27: there is no field 'categry'"),
                refused("'é🌱' == activity.nope", "line 1, column 17: there is no field 'nope'"),
                refused("now > 3", "line 1, column 1: 'now' is not known here"),
                refused("now() > timestamp('2026-01-01T00:00:00Z')", "line 1, column 4: 'now' is not known here"),
                refused("activity['amount'] > 3", "line 1, column 9: '[]' cannot be applied to Activity and string"),
                // types; the library's own option against comparing int with double is ignored
                refused("activity.amount > 50.0", "line 1, column 17: '>' cannot be applied to int and double" + whole),
                refused(
                        "activity.amount == 50.0",
                        "line 1, column 17: '==' cannot be applied to int and double" + whole),
                refused(
                        "50.0 <= activity.amount",
                        "line 1, column 6: '<=' cannot be applied to double and int" + whole),
                refused(
                        "activity.amount + 0.5 > 3",
                        "line 1, column 17: '+' cannot be applied to int and double" + whole),
                refused(
                        "activity.lines.exists(l, l.amount > 1.5)",
                        "line 1, column 35: '>' cannot be applied to int and double" + whole),
                refused(
                        "activity.amount in [50.0]",
                        "line 1, column 17: 'in' cannot be applied to int and list(double)" + whole),
                refused(
                        "activity.amount in [1, 50.0]",
                        "line 1, column 20: the elements of a list or map must be of one type"),
                refused(
                        "{1: 2, 3: 'a'}.size() == 2",
                        "line 1, column 1: the elements of a list or map must be of one type"),
                refused("dyn(activity.amount) > 50.0", "line 1, column 4: 'dyn' is not known here"),
                refused("double(activity.amount) > 50.0", "line 1, column 7: 'double' is not known here"),
                refused("type(activity) == Activity", "line 1, column 5: 'type' is not known here"),
                refused("activity.attributes.x == 3", "line 1, column 23: '==' cannot be applied to string and int"),
                refused(
                        "activity.store.matches(3)",
                        "line 1, column 23: 'matches' cannot be applied to string and int",
                        "line 1, column 23: matches takes a quoted regular expression"),
                refused(
                        "3u == 3u",
                        "line 1, column 1: numbers are written without u",
                        "line 1, column 7: numbers are written without u"),
                refused("activity.amount + 1", "line 1, column 1: must be true or false; this is int"),
                refused("activity", "line 1, column 1: must be true or false; this is Activity"),
                // literals
                refused("activity.store.matches('[')", "line 1, column 23: is not a regular expression (RE2)"),
                refused("activity.store.matches('(?=a)b')", "line 1, column 23: is not a regular expression (RE2)"),
                refused(
                        "matches(activity.store, '" + "a".repeat(201) + "')",
                        "line 1, column 8: the regular expression is longer than 200 characters"),
                refused(
                        "activity.store.matches('((a{10}){10,}){0,11}')",
                        "line 1, column 23: the counts of the regular expression are too high"),
                refused(
                        "activity.store.matches(activity.channel)",
                        "line 1, column 23: matches takes a quoted regular expression"),
                refused(
                        "timestamp('x') < timestamp('2026-01-01T00:00:00Z')",
                        "line 1, column 11: is not a moment, such as timestamp(\"2026-03-01T00:00:00Z\")"),
                refused("9223372036854775808 == 1", "line 1, column 1: 9223372036854775808 is too large a number"),
                // money
                refused("activity.amount > money('1.234')", "line 1, column 25: 1.234" + range),
                refused(
                        "true\n && activity.amount > money('abc') && activity.amount > money('1.239')",
                        "line 2, column 29: 'abc' is not an amount of money, such as money(\"50\")",
                        "line 2, column 63: 1.239" + range),
                refused("activity.amount > money(activity.store)", "line 1, column 24: " + one),
                refused("activity.amount > money('1', '2')", "line 1, column 24: " + one),
                refused("activity.amount > money(50)", "line 1, column 24: " + one),
                refused(
                        "activity.amount > money('999999999999999999')",
                        "line 1, column 25: 999999999999999999" + range),
                // what would grow in nested loops
                refused("activity.store + 'a' == ''", "line 1, column 16: '+' cannot be applied to string and string"),
                refused("size([1] + [2]) == 2", "line 1, column 10: lists cannot be joined"),
                refused("size([[1]]) == 1", "line 1, column 6: a list or map cannot hold lists or maps"),
                refused("size([1].map(a, [a, a])) == 1", "line 1, column 13: a list or map cannot hold lists or maps"),
                refused("size({'a': {1: 2}}) == 1", "line 1, column 6: a list or map cannot hold lists or maps"),
                refused("Line{sku: 'a'}.sku == 'a'", "line 1, column 5: a condition cannot make objects"),
                // syntax
                refused("1 +", "line 1, column 4: ends too early"),
                refused(" ", "line 1, column 2: ends too early"),
                refused("a b c", "line 1, column 3: unexpected 'b'"),
                refused("(activity.amount > 3", "line 1, column 21: ')' is missing"),
                refused("a\u0000b", "line 1, column 2: cannot be read at '\u0000'", "line 1, column 3: unexpected 'b'"),
                refused("x".repeat(4_097), "line 1, column 1: has 4097 characters; at most 4096 are allowed"));
    }

    private static Arguments refused(String source, String... problems) {
        return arguments(source, List.of(problems));
    }

    @ParameterizedTest(name = "{0} 15 times passes, 40 times does not")
    @CsvSource({"(,true,)", "!(,true,)", "'',true,' ? true : true'", "'activity.lines.exists(l,',true,)", "'',1,'+1'"})
    void nesting_ends_at_32_levels(String open, String core, String close) {
        String wanted = core.equals("1") ? " > 0" : "";
        String tooDeep = open.repeat(40) + core + close.repeat(40) + wanted;
        String deep = open.repeat(15) + core + close.repeat(15) + wanted;

        assertThat(problems(tooDeep, EUR))
                .containsExactly("line 1, column 1: is nested too deep; at most 32 levels are allowed");
        assertThat(CONDITIONS.compile(deep, EUR)).isInstanceOf(Compiled.Usable.class);
    }

    @ParameterizedTest(name = "money(\"{1}\") in {0} is {2}")
    @CsvSource({
        "EUR, 50, 5000",
        "EUR, 50.5, 5050",
        "EUR, 0.10, 10",
        "JPY, 50, 50",
        "JPY, 50.00, 50",
        "KWD, 1.234, 1234",
        "EUR, -1, -100"
    })
    void money_is_counted_in_the_currencys_smallest_unit(String currency, String amount, long minor) {
        String source = "money(\"" + amount + "\") == " + minor;

        assertThat(usable(source, Currency.getInstance(currency)).test(FACTS)).isEqualTo(Verdict.MATCHED);
    }

    @Test
    void without_a_known_currency_money_may_have_any_decimals_but_must_be_an_amount() {
        Currency unknown = Currency.getInstance("XXX");

        assertThat(problems("activity.amount > money('1.2345')", unknown)).isEmpty();
        assertThat(problems("activity.amount > money('ten')", unknown)).hasSize(1);
    }

    /** n loops over the ten lines within each other. */
    private static String nestedLoops(int depth) {
        StringBuilder source = new StringBuilder();
        for (char name = 'a'; name < 'a' + depth; name++) {
            source.append("activity.lines.exists(").append(name).append(", ");
        }
        return source + "a.amount < 0" + ")".repeat(depth);
    }

    private static Verdict ask(String source, Facts facts) {
        return usable(source, EUR).test(facts);
    }

    private static Condition usable(String source, Currency currency) {
        Compiled compiled = CONDITIONS.compile(source, currency);
        assertThat(compiled).isInstanceOf(Compiled.Usable.class);
        return ((Compiled.Usable) compiled).condition();
    }

    private static List<String> problems(String source, Currency currency) {
        return switch (CONDITIONS.compile(source, currency)) {
            case Compiled.Usable usable -> List.of();
            case Compiled.Broken(var problems) ->
                problems.stream().map(Problem::description).toList();
        };
    }
}
