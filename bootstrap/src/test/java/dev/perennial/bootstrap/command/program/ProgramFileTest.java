package dev.perennial.bootstrap.command.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.PerAmount;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.Rounding;
import dev.perennial.contract.program.v1.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramFileTest {

    @Test
    void a_program_is_read_with_names_of_the_proto_or_in_camel_case() {
        ReadProgram read = ProgramFile.read("""
            {"time_zone": "Europe/Berlin", "currency": "EUR", "reopenWindowDays": 30,
             "units": [{"id": "points", "scale": 2}],
             "earning_rules": [{"id": "r", "activity_type": "ACTIVITY_TYPE_PURCHASE", "starts_at": "2026-03-01T00:00:00+01:00",
               "per_amount": {"units": "3", "each": 100, "rounding": "ROUNDING_DOWN"}, "earns_on_historical": true,
               "after_days": null}]}
            """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.program())
                .isEqualTo(Program.newBuilder()
                        .setTimeZone("Europe/Berlin")
                        .setCurrency("EUR")
                        .setReopenWindowDays(30)
                        .addUnits(Unit.newBuilder().setId("points").setScale(2))
                        .addEarningRules(EarningRule.newBuilder()
                                .setId("r")
                                .setActivityType(ActivityType.ACTIVITY_TYPE_PURCHASE)
                                .setStartsAt(Timestamp.newBuilder().setSeconds(1772319600))
                                .setPerAmount(PerAmount.newBuilder()
                                        .setUnits(3)
                                        .setEach(100)
                                        .setRounding(Rounding.ROUNDING_DOWN))
                                .setEarnsOnHistorical(true))
                        .build());
    }

    @Test
    void lengths_of_time_lists_of_words_and_parts_within_parts_are_read() {
        ReadProgram read = ProgramFile.read("""
            {"units": [{"id": "miles", "kind": "UNIT_KIND_STATUS", "sliding_expiry":
               {"months": 18, "qualifying": ["ACTIVITY_TYPE_PURCHASE", "ACTIVITY_TYPE_VISIT"]}}],
             "earning_rules": [{"cooldown": "5400.5s", "base": {"before_tax": true, "excluded": {"skus": ["a", "b"]}},
               "caps": [{"times": 3, "period": "PERIOD_DAY"}], "pending_end_of": "PERIOD_WEEK"}],
             "counters": [{"facts": {}, "current": "PERIOD_MONTH"}],
             "tiers": {"calendar_year": {}, "levels": [{"benefits": [{"id": "lounge"}]}]}}
            """);

        assertThat(read.problems()).isEmpty();
        Program program = read.program();
        assertThat(program.getUnits(0).getSlidingExpiry().getQualifyingList())
                .containsExactly(ActivityType.ACTIVITY_TYPE_PURCHASE, ActivityType.ACTIVITY_TYPE_VISIT);
        EarningRule rule = program.getEarningRules(0);
        assertThat(rule.getCooldown())
                .isEqualTo(Duration.newBuilder()
                        .setSeconds(5_400)
                        .setNanos(500_000_000)
                        .build());
        assertThat(rule.getBase().getExcluded().getSkusList()).containsExactly("a", "b");
        assertThat(rule.getCaps(0).getTimes()).isEqualTo(3);
        assertThat(rule.getPendingEndOf()).isEqualTo(Period.PERIOD_WEEK);
        assertThat(program.getCounters(0).hasFacts()).isTrue();
        assertThat(program.getTiers().getLevels(0).getBenefits(0).getId()).isEqualTo("lounge");
    }

    @Test
    void texts_in_several_languages_are_read_by_their_language() {
        ReadProgram read = ProgramFile.read("""
            {"rewards": [{"id": "mug", "name": {"text": "A mug", "translations": {"de": "Eine Tasse",
               "pt-BR": "Uma caneca"}}, "voucher": {"free_product": {"sku": "mug"}, "generated": {}}, "stock": 5}]}
            """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.program().getRewards(0).getName().getTranslationsMap())
                .isEqualTo(Map.of("de", "Eine Tasse", "pt-BR", "Uma caneca"));
        assertThat(read.placeOf("rewards[0].name.translations[\"pt-BR\"]")).contains(new Place(2, 4));
    }

    @Test
    void what_is_wrong_among_translations_is_told_at_its_place() {
        ReadProgram read = ProgramFile.read("""
            {"rewards": [
              {"name": {"translations": ["de"]}},
              {"name": {"translations": {
                "de": "Tasse",
                "fr": 7,
                "it": {"text": "tazza"},
                "de": "Becher"}}}]}
            """);

        assertThat(read.problems())
                .extracting(problem -> problem.place().line() + " " + problem.path() + " " + problem.description())
                .containsExactly(
                        "2 rewards[0].name.translations must be an object, { … }",
                        "5 rewards[1].name.translations[\"fr\"] must be a text",
                        "6 rewards[1].name.translations[\"it\"] must be a text",
                        "7 rewards[1].name.translations[\"de\"] stands here a second time");
        assertThat(read.program().getRewards(1).getName().getTranslationsMap()).isEqualTo(Map.of("de", "Tasse"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "90m", "1.0000000001s", "PT1H", "s", "99999999999999s"})
    void a_length_of_time_is_told_in_seconds(String text) {
        assertThat(ProgramFile.read("{\"earning_rules\": [{\"cooldown\": \"" + text + "\"}]}")
                        .problems())
                .singleElement()
                .extracting(JsonProblem::description)
                .asString()
                .contains("a number of seconds");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_each_at_its_place() {
        ReadProgram read = ProgramFile.read("""
            {
              "timezone": "Europe/Berlin",
              "currency": 7,
              "units": {"id": "points"},
              "earning_rules": [
                {"activity_type": "PURCHASE", "starts_at": "tomorrow", "pending_days": 1.5},
                {"fixed": {"units": 1}, "per_item": {"units": 1}, "conditon": {"deep": [1, 2]}, "id": "a", "id": "b"},
                "rule"
              ]
            }
            """);

        assertThat(read.problems())
                .extracting(problem -> problem.place().line() + " " + problem.path())
                .containsExactly(
                        "2 timezone",
                        "3 currency",
                        "4 units",
                        "6 earning_rules[0].activity_type",
                        "6 earning_rules[0].starts_at",
                        "6 earning_rules[0].pending_days",
                        "7 earning_rules[1].per_item",
                        "7 earning_rules[1].conditon",
                        "7 earning_rules[1].id",
                        "8 earning_rules[2]");
        assertThat(read.problems().get(0).description()).contains("known are time_zone, currency");
        assertThat(read.problems().get(3).description())
                .contains("\"ACTIVITY_TYPE_PURCHASE\"")
                .doesNotContain("REFUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"currency\": \"EUR\",}        | not JSON",
                "{\"currency\": \"EUR\"          | not JSON",
                "{\"currency\": 'EUR'}           | not JSON",
                "{\"currency\": \"EUR\"          | expected close marker for Object",
                "[]                              | a program is a JSON object",
                "''                              | a program is a JSON object",
                "{\"currency\": \"EUR\"} {}      | nothing may follow",
                "{\"reopen_window_days\": 1e3}   | must be a whole number",
                "{\"reopen_window_days\": 9999999999} | must be a whole number",
                "{\"units\": [null]}             | must be an object"
            })
    void what_is_no_program_is_said_in_one_line(String json, String says) {
        List<JsonProblem> problems = ProgramFile.read(json).problems();

        assertThat(problems)
                .singleElement()
                .extracting(JsonProblem::description)
                .asString()
                .contains(says)
                .doesNotContain("REDACTED", "\n");
    }

    @Test
    void what_the_server_finds_is_shown_where_it_stands_or_at_the_part_around_it() {
        ReadProgram read = ProgramFile.read("""
            {"earning_rules": [
              {"id": "a"},
              {"id": "b",
               "condition": "1 +"}
            ]}
            """);

        assertThat(read.placeOf("earning_rules[1].condition")).contains(new Place(4, 4));
        assertThat(read.placeOf("earning_rules[0].unit")).contains(new Place(2, 3));
        assertThat(read.placeOf("units")).contains(new Place(1, 1));
    }
}
