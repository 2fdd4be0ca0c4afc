package dev.perennial.application.program.cel;

import static dev.perennial.application.program.cel.Sample.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.program.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTest {

    private static final CelConditions CONDITIONS = new CelConditions();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "!true",
                "1 > 2",
                "activity.amount > 100 && activity.amount < 100",
                "activity.amount > 100 && !(activity.amount >= 50)",
                "100 < activity.amount && 90 >= activity.amount",
                "activity.channel == 'app' && activity.channel == 'web'",
                "activity.channel == 'app' && !(activity.channel in ['app', 'web'])",
                "activity.channel in ['app', 'web'] && activity.channel in ['till']",
                "member.is_first_purchase && !member.is_first_purchase",
                "member.is_first_purchase != true && member.is_first_purchase",
                "(activity.amount > 9 || activity.amount < 3) && activity.amount == 5",
                "member.counters.steps > 9 && member.counters.steps < 3",
                "(activity.amount > 9 ? activity.amount < 5 : activity.amount > 12)",
                "activity.hour >= 2 && activity.hour <= 3 && activity.hour != 2 && activity.hour != 3"
            })
    void never_holds(String condition) {
        assertThat(doubts(condition, Subject.every(ActivityType.PURCHASE))).containsExactly("never holds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "activity.amount > 100 && activity.amount < 102",
                "activity.channel == 'app' || activity.channel == 'web'",
                "activity.channel != 'app' && activity.channel != 'web'",
                "!(activity.amount > 100 && activity.amount < 100)",
                "activity.lines.exists(l, l.amount > 5 && l.amount < 3)",
                "size(activity.lines) > 3 && size(activity.lines) < 2",
                "activity.amount > activity.total",
                "has(activity.attributes.table) && activity.attributes.table == '7'",
                "activity.date >= '2026-01-01' && activity.date < '2027-01-01'",
                "activity.month == 12 || activity.day_of_week in [6, 7]",
                "activity.amount != 1 && activity.amount != 2",
                "member.days_since_last_purchase < 0"
            })
    void may_hold(String condition) {
        assertThat(doubts(condition, Subject.every(ActivityType.PURCHASE))).isEmpty();
    }

    @Test
    void what_the_kind_of_fact_rules_out() {
        Subject visits = Subject.every(ActivityType.VISIT);
        String visit = "visit facts of the tenant's own";

        assertThat(doubts("activity.amount > 0", visits))
                .containsExactly(
                        "never holds for " + visit, "reads activity.amount, which is always empty for " + visit);
        assertThat(doubts("activity.amount == 0 && activity.lines.all(l, l.quantity > 1)", visits))
                .containsExactly(
                        "reads activity.amount, which is always empty for " + visit,
                        "reads activity.lines, which is always empty for " + visit);
        assertThat(doubts("activity.type == 'PURCHASE'", visits)).containsExactly("never holds for " + visit);
        assertThat(doubts("activity.partner == 'bakery'", visits)).containsExactly("never holds for " + visit);
        assertThat(doubts("activity.hour > 23", visits)).containsExactly("never holds for " + visit);
        assertThat(doubts("activity.rating == 6", Subject.every(ActivityType.REVIEW)))
                .hasSize(1);
        assertThat(doubts("activity.channel == 'app'", Subject.every(ActivityType.BIRTHDAY)))
                .hasSize(2);
        assertThat(doubts("activity.name == 'quiz'", custom("poll", "bakery")))
                .containsExactly("never holds for custom facts 'poll' with the partner 'bakery'");
        assertThat(doubts("activity.name == 'quiz' && activity.order_id != ''", custom("", "")))
                .isEmpty();
    }

    @Test
    void what_the_season_and_the_present_day_rule_out() {
        assertThat(doubts("activity.year == 2027", season(null, "2026-12-31T23:00:00Z")))
                .containsExactly("never holds in its season");
        assertThat(doubts("activity.year == 2026", season(null, "2026-12-31T23:00:00Z")))
                .isEmpty();
        assertThat(doubts("activity.date < '2026-05-01'", season("2026-05-01T00:00:00Z", null)))
                .containsExactly("never holds in its season");
        assertThat(doubts("activity.date <= '2026-02-28'", season(null, null)))
                .containsExactly("holds for days that are over only; only facts that arrive late can still match");
        assertThat(doubts("activity.date <= '2026-03-01'", season(null, null))).isEmpty();
    }

    private static Subject season(@Nullable String from, @Nullable String until) {
        return new Subject(
                ActivityType.PURCHASE,
                "",
                "",
                "",
                from == null ? null : Instant.parse(from),
                until == null ? null : Instant.parse(until));
    }

    private static Subject custom(String name, String partner) {
        return new Subject(ActivityType.CUSTOM, name, partner, "", null, null);
    }

    private static List<String> doubts(String source, Subject subject) {
        Condition condition = ((Compiled.Usable) CONDITIONS.compile(source, EUR)).condition();
        return condition.doubts(subject, BERLIN, NOW);
    }
}
