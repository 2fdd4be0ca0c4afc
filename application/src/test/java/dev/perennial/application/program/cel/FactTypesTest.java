package dev.perennial.application.program.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.activity.Celebration;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Engagement;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.Visit;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactTypesTest {

    private static final CelConditions CONDITIONS = new CelConditions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activity.type == 'PURCHASE' && activity.source == 'shop' && !activity.historical",
                "activity.store == 'berlin-1' && activity.brand == 'main' && activity.channel == 'app'",
                "activity.attributes == {'till': '7', 'campaign': 'spring'}",
                "activity.amount == 4500 && activity.total == 4990 && activity.shipping == 490 && activity.quantity =="
                        + " 10",
                "activity.currency == 'EUR' && activity.order_id == 'order-1' && activity.name == ''",
                "activity.year == 2026 && activity.month == 3 && activity.day == 8",
                "activity.day_of_week == 7 && activity.hour == 0 && activity.date == '2026-03-08'",
                "activity.lines[9].sku == 'sku-9' && activity.lines[9].name == 'name-9' && activity.lines[9].category"
                        + " == 'coffee'",
                "activity.lines[9].quantity == 1 && activity.lines[9].amount == 900 && activity.lines[9].tax == 144",
                "activity.lines[9].discount == 9 && activity.lines[9].cost == 360",
                "activity.lines[9].brand == 'brand-9' && activity.lines[9].gift_card && !activity.lines[8].gift_card",
                "activity.paid_with_gift_cards == 300 && activity.paid_with_units == 200 && activity.partner =="
                        + " 'bakery'",
                "member.gender == 'f' && member.country == 'DE' && member.birth_year == 1990 && member.locale =="
                        + " 'de-DE'",
                "member.status == 'ACTIVE' && !member.staff",
                "member.time_zone == 'Europe/Vienna' && member.acquisition_source == 'instagram'",
                "member.purchases == 0 && member.spent == 0 && member.is_first_purchase",
                "member.days_since_last_purchase == -1 && member.days_since_enrolment == 6",
                "member.tier == '' && member.tier_rank == 0 && size(member.benefits) == 0",
                "size(member.memberships) == 0 && size(member.counters) == 0"
            })
    void a_purchase_reads(String source) {
        assertThat(holds(source, Sample.purchase())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activity.amount == 0 && activity.total == 0 && activity.shipping == 0 && activity.quantity == 0",
                "activity.currency == '' && activity.order_id == '' && activity.name == ''",
                "activity.paid_with_gift_cards == 0 && activity.paid_with_units == 0",
                "activity.sku == '' && activity.rating == 0 && activity.network == '' && activity.content_id == ''",
                "activity.platform == '' && activity.plan == ''",
                "activity.lines == [] && size(activity.lines) == 0 && !activity.lines.exists(l, true)",
                "activity.type == 'VISIT' && activity.date == '2026-03-08'"
            })
    void a_visit_has_defaults_for_what_only_a_purchase_has(String source) {
        assertThat(holds(source, Sample.of(new Visit(), Behaviour.NONE))).isTrue();
    }

    @Test
    void a_custom_fact_has_its_name() {
        assertThat(holds("activity.name == 'review'", Sample.of(new Custom("review", ""), Behaviour.NONE)))
                .isTrue();
    }

    static Stream<Arguments> details() {
        return Stream.of(
                arguments("activity.order_id == 'order-1'", new Custom("delivered", "order-1")),
                arguments("activity.sku == 'mug' && activity.rating == 4", new Engagement.Review("mug", 4, true)),
                arguments("activity.network == 'mastodon'", new Engagement.SocialFollow("mastodon")),
                arguments("activity.content_id == 'how-to'", new Engagement.ContentView("how-to")),
                arguments("activity.platform == 'android'", new Engagement.AppInstalled("android")),
                arguments("activity.plan == 'plus'", new MembershipFact.Payment("plus")),
                arguments("activity.plan == 'plus'", new MembershipFact.Trial("plus")),
                arguments("activity.plan == 'plus'", new MembershipFact.Cancellation("plus", true)),
                arguments("activity.type == 'BIRTHDAY'", new Celebration(ActivityType.BIRTHDAY, 2026)));
    }

    @ParameterizedTest
    @MethodSource("details")
    void each_kind_has_its_own(String source, ActivityDetail detail) {
        assertThat(holds(source, Sample.of(detail, Behaviour.NONE))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member.tier == 'gold' && member.tier_rank == 2",
                "'lounge' in member.benefits && member.benefits == ['free_shipping', 'lounge']",
                "'plus' in member.memberships && !('lite' in member.memberships)",
                "member.counters.steps == 7 && member.counters['steps'] >= 7 && has(member.counters.steps)",
                "!('runs' in member.counters)"
            })
    void a_member_who_has_come_far(String source) {
        Progress progress =
                new Progress("gold", 2, Set.of("lounge", "free_shipping"), Set.of("plus"), Map.of("steps", 7L));

        assertThat(holds(source, Sample.of(progress))).isTrue();
    }

    @Test
    void a_condition_tells_which_counters_it_reads_by_name() {
        assertThat(condition("member.counters.steps > 1 && member.counters['runs'] > 1 || has(member.counters.rides)")
                        .counters())
                .containsExactlyInAnyOrder("steps", "runs", "rides");
        assertThat(condition("member.counters[activity.channel] > 1 && activity.attributes.counters == 'x'")
                        .counters())
                .isEmpty();
    }

    @Test
    void a_counter_that_is_not_there_does_not_match_and_says_so() {
        assertThat(condition("member.counters[activity.channel] > 1")
                        .test(Sample.purchase())
                        .reason())
                .contains("the map has no such key");
    }

    @ParameterizedTest(name = "{0} before the fact: {1} days")
    @CsvSource({"PT0S, 0", "PT23H59M, 0", "PT24H, 1", "PT4320H, 180", "PT-1S, -1"})
    void days_are_whole_days_of_24_hours(Duration before, long days) {
        Instant last = Sample.MOMENT.minus(before);
        Facts facts = Sample.of(new Visit(), new Behaviour(3, 12_345, last, last));

        assertThat(holds("member.days_since_last_purchase == " + days, facts)).isTrue();
        assertThat(holds(
                        "!member.is_first_purchase && member.purchases == 3 && member.spent == money('123.45')", facts))
                .isTrue();
    }

    @Test
    void the_reference_names_every_field_with_its_type() throws IOException {
        List<String> documented = new ArrayList<>();
        for (String[] row : reference()) {
            documented.add(row[1] + " " + row[2]);
        }

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(FactTypes.ALL.stream()
                        .flatMap(type -> type.celType().fields().stream())
                        .map(field -> "`" + field.name() + "` " + dev.cel.common.types.CelTypes.format(field.type()))
                        .toList());
    }

    @Test
    void every_example_of_the_reference_compiles() throws IOException {
        for (String[] row : reference()) {
            String example = row[4].replace("`", "");
            assertThat(CONDITIONS.compile(example, Sample.EUR)).as(example).isInstanceOf(Compiled.Usable.class);
        }
    }

    /** The rows of the tables, split at the bars: "", field, type, meaning, example. */
    private static List<String[]> reference() throws IOException {
        return Files.readAllLines(Path.of("../docs/conditions.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" *\\| *", 5))
                .peek(row -> row[4] = row[4].replaceAll(" \\|$", ""))
                .toList();
    }

    private static boolean holds(String source, Facts facts) {
        return condition(source).test(facts).matched();
    }

    private static Condition condition(String source) {
        return ((Compiled.Usable) CONDITIONS.compile(source, Sample.EUR)).condition();
    }
}
