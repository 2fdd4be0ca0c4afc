package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.program.ProgramDocuments.ARule;
import dev.perennial.domain.shared.Period;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents that a checker takes, and documents with one fault each: where it is and what is said of it. */
final class DocumentTables {

    private static final UnitDefinition POINTS = new UnitDefinition("points", "Points", 0);

    private DocumentTables() {}

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("no rules yet", aDocument().with()),
                arguments("a currency without decimals", aDocument().countingIn("JPY")),
                arguments("the zone UTC", aDocument().inZone("UTC")),
                arguments("no reopening at all", aDocument().reopening(0)),
                arguments("the longest reopening", aDocument().reopening(400)),
                arguments("an id of 40 characters", aDocument().withUnits(POINTS, unit("u".repeat(40), "", 6))),
                arguments("a name of 200 characters, counted as people count", naming("🌱".repeat(200))),
                arguments("fifty units", aDocument().withUnits(units(50))),
                arguments("five hundred rules", aDocument().with(rules(500))),
                arguments(
                        "every custom fact",
                        rule(aRule("r").on(ActivityType.CUSTOM).fixed(1))),
                arguments(
                        "a named custom fact",
                        rule(aRule("r")
                                .on(ActivityType.CUSTOM)
                                .onCustom("review")
                                .fixed(1))),
                arguments("the largest amounts", rule(aRule("r").perAmount(1_000_000_000_000L, 1_000_000_000_000L))),
                arguments("pending for ten years", rule(aRule("r").pendingFor(3_650))),
                arguments("one cap for each period", rule(capped(Period.values()))),
                arguments("blank condition", rule(aRule("r").when(" \n "))),
                arguments("an expiry a day after the pending period", expiring(14, new Expiry.AfterDays(15))),
                arguments("a month's end that early facts reach", expiring(30, new Expiry.EndOfMonth(0))),
                arguments("a month's end 24 hours and a clock change away", expiring(31, new Expiry.EndOfMonth(0))),
                arguments("a year's end that early facts reach", expiring(365, new Expiry.EndOfYear(0))),
                arguments(
                        "a season of a second",
                        rule(aRule("r").from("2026-03-01T00:00:00Z").until("2026-03-01T00:00:01Z"))));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("no zone", aDocument().inZone(""), "time_zone", "not an IANA time zone"),
                arguments(
                        "an unknown zone", aDocument().inZone("Europe/Atlantis"), "time_zone", "not an IANA time zone"),
                arguments("an offset", aDocument().inZone("+02:00"), "time_zone", "not an IANA time zone"),
                arguments("an unknown currency", aDocument().countingIn("EUX"), "currency", "not an ISO 4217"),
                arguments("a currency in small letters", aDocument().countingIn("eur"), "currency", "not an ISO 4217"),
                arguments("gold", aDocument().countingIn("XAU"), "currency", "no smallest unit"),
                arguments(
                        "reopening −1",
                        aDocument().reopening(-1),
                        "reopen_window_days",
                        "is -1; it must be from 0 to 400"),
                arguments("reopening 401", aDocument().reopening(401), "reopen_window_days", "from 0 to 400"),
                arguments("no units", aDocument().withUnits().with(), "units", "at least one unit"),
                arguments("51 units", aDocument().withUnits(units(51)), "units", "51 units; at most 50"),
                arguments("an empty id", aDocument().withUnits(POINTS, unit("", "", 0)), "units[1].id", "not an id"),
                arguments(
                        "a long id",
                        aDocument().withUnits(POINTS, unit("u".repeat(41), "", 0)),
                        "units[1].id",
                        "not an id"),
                arguments("a capital", aDocument().withUnits(POINTS, unit("Stars", "", 0)), "units[1].id", "not an id"),
                arguments(
                        "the same unit twice",
                        aDocument().withUnits(POINTS, POINTS),
                        "units[1].id",
                        "'points' is used more"),
                arguments("a long name", naming("n".repeat(201)), "units[1].name", "201 characters; at most 200"),
                arguments("a control character", naming("a\u0000b"), "units[1].name", "control characters"),
                arguments(
                        "a scale of 7",
                        aDocument().withUnits(POINTS, unit("u", "", 7)),
                        "units[1].scale",
                        "from 0 to 6"),
                arguments(
                        "a scale of −1",
                        aDocument().withUnits(POINTS, unit("u", "", -1)),
                        "units[1].scale",
                        "from 0 to 6"),
                arguments("501 rules", aDocument().with(rules(501)), "earning_rules", "501 rules; at most 500"),
                arguments("a rule's id", rule(aRule("1st")), "earning_rules[0].id", "not an id"),
                arguments("two rules of one id", twoOf("base"), "earning_rules[1].id", "'base' is used more than once"),
                arguments(
                        "a rule's long name",
                        rule(aRule("r").called("n".repeat(201))),
                        "earning_rules[0].name",
                        "at most 200"),
                arguments(
                        "a refund that earns",
                        rule(refund()),
                        "earning_rules[0].activity_type",
                        "a refund earns nothing"),
                arguments(
                        "a name without custom",
                        rule(named()),
                        "earning_rules[0].custom_name",
                        "only custom activities"),
                arguments("a long custom name", rule(named(65)), "earning_rules[0].custom_name", "at most 64"),
                arguments(
                        "a wrong condition",
                        condition("a\nwrong"),
                        "earning_rules[0].condition",
                        "line 2, column 1: wrong"),
                arguments(
                        "a season backwards",
                        season("2026-02-28T00:00:00Z"),
                        "earning_rules[0].ends_at",
                        "after it starts"),
                arguments(
                        "an empty season",
                        season("2026-03-01T00:00:00Z"),
                        "earning_rules[0].ends_at",
                        "after it starts"),
                arguments(
                        "an unknown unit",
                        rule(aRule("r").granting("stars")),
                        "earning_rules[0].unit",
                        "no unit 'stars'"),
                arguments(
                        "zero units",
                        rule(aRule("r").fixed(0)),
                        "earning_rules[0].fixed.units",
                        "from 1 to 1000000000000"),
                arguments(
                        "too many units",
                        rule(aRule("r").perItem(1_000_000_000_001L)),
                        "earning_rules[0].per_item.units",
                        "1 to"),
                arguments(
                        "nothing for each",
                        rule(aRule("r").perAmount(0, 1)),
                        "earning_rules[0].per_amount.units",
                        "is 0"),
                arguments(
                        "for each nothing",
                        rule(aRule("r").perAmount(1, 0)),
                        "earning_rules[0].per_amount.each",
                        "is 0"),
                arguments(
                        "items of a visit",
                        rule(visit().perItem(1)),
                        "earning_rules[0].per_item",
                        "only a purchase has"),
                arguments(
                        "money of a visit",
                        rule(visit().perAmount(1, 1)),
                        "earning_rules[0].per_amount",
                        "only a purchase has"),
                arguments(
                        "pending −1",
                        rule(aRule("r").pendingFor(-1)),
                        "earning_rules[0].pending_days",
                        "from 0 to 3650"),
                arguments(
                        "pending 3,651",
                        rule(aRule("r").pendingFor(3_651)),
                        "earning_rules[0].pending_days",
                        "from 0 to 3650"),
                arguments(
                        "gone at once",
                        expiring(0, new Expiry.AfterDays(0)),
                        "earning_rules[0].after_days",
                        "from 1 to 36500"),
                arguments(
                        "36,501 days",
                        expiring(0, new Expiry.AfterDays(36_501)),
                        "earning_rules[0].after_days",
                        "1 to 36500"),
                arguments(
                        "the month before",
                        expiring(0, new Expiry.EndOfMonth(-1)),
                        "earning_rules[0].end_of_month",
                        "0 to 1200"),
                arguments(
                        "far months",
                        expiring(0, new Expiry.EndOfMonth(1_201)),
                        "earning_rules[0].end_of_month",
                        "0 to 1200"),
                arguments(
                        "far years",
                        expiring(0, new Expiry.EndOfYear(101)),
                        "earning_rules[0].end_of_year",
                        "0 to 100"),
                arguments(
                        "gone when it comes",
                        expiring(14, new Expiry.AfterDays(14)),
                        "earning_rules[0].after_days",
                        "always runs out"),
                arguments(
                        "pending past the month",
                        expiring(32, new Expiry.EndOfMonth(0)),
                        "earning_rules[0].end_of_month",
                        "always runs out"),
                arguments(
                        "pending past the year",
                        expiring(367, new Expiry.EndOfYear(0)),
                        "earning_rules[0].end_of_year",
                        "always runs out"),
                arguments(
                        "a cap of 0",
                        rule(aRule("r").cappedAt(0, Period.DAY)),
                        "earning_rules[0].caps[0].units",
                        "is 0"),
                arguments(
                        "two caps a day",
                        rule(capped(Period.DAY, Period.DAY)),
                        "earning_rules[0].caps[1].period",
                        "already has a cap"));
    }

    static UnitDefinition unit(String id, String name, int scale) {
        return new UnitDefinition(id, name, scale);
    }

    static UnitDefinition[] units(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? POINTS : unit("u" + i, "", 0))
                .toArray(UnitDefinition[]::new);
    }

    static ARule[] rules(int count) {
        return IntStream.range(0, count).mapToObj(i -> aRule("r" + i)).toArray(ARule[]::new);
    }

    static ADocument rule(ARule rule) {
        return aDocument().with(rule);
    }

    static ADocument naming(String name) {
        return aDocument().withUnits(POINTS, unit("u", name, 0));
    }

    static ADocument twoOf(String id) {
        return aDocument().with(aRule(id), aRule(id));
    }

    static ADocument condition(String source) {
        return rule(aRule("r").when(source));
    }

    static ADocument season(String end) {
        return rule(aRule("r").from("2026-03-01T00:00:00Z").until(end));
    }

    static ADocument expiring(int pendingDays, Expiry expiry) {
        return rule(aRule("r").pendingFor(pendingDays).expiring(expiry));
    }

    static ARule visit() {
        return aRule("r").on(ActivityType.VISIT);
    }

    static ARule refund() {
        return aRule("r").on(ActivityType.REFUND).fixed(1);
    }

    static ARule named() {
        return aRule("r").onCustom("review");
    }

    static ARule named(int length) {
        return aRule("r").on(ActivityType.CUSTOM).onCustom("n".repeat(length)).fixed(1);
    }

    static ARule capped(Period... periods) {
        ARule rule = aRule("r");
        for (Period period : periods) {
            rule.cappedAt(1, period);
        }
        return rule;
    }
}
