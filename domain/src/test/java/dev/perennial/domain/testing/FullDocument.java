package dev.perennial.domain.testing;

import static dev.perennial.domain.testing.Moments.at;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningDocument;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.FairValue;
import dev.perennial.domain.program.Goods;
import dev.perennial.domain.program.Limits;
import dev.perennial.domain.program.MultiplierDocument;
import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.PartiesDocument;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.program.UnitDefinition.Kind;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Rounding;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A correct document that says everything that a document can say: whatever keeps or carries documents must keep it. */
public final class FullDocument {

    private static final Goods SOME_GOODS =
            new Goods(Set.of("mug", "pot"), Set.of("kitchen"), Set.of("Mugs & More"), Set.of("Mitte", "Altona"));

    private FullDocument() {}

    public static ProgramDocument written() {
        return new ProgramDocument(
                "Europe/Berlin",
                "EUR",
                45,
                units(),
                earning(),
                FullEngagement.written(),
                FullStanding.written(),
                FullSpending.written(),
                new PartiesDocument(
                        List.of(new Named("bakery", "Bäckerei “Korn”")), List.of(new Named("trees", "Trees"))));
    }

    private static List<UnitDefinition> units() {
        UnitDefinition sliding = new UnitDefinition(
                "miles",
                "Miles",
                0,
                Kind.POINTS,
                new UnitDefinition.Sliding(18, Set.of(ActivityType.PURCHASE, ActivityType.VISIT)),
                "");
        Stream<UnitDefinition> ofEachKind = Arrays.stream(Kind.values())
                .map(kind -> new UnitDefinition(
                        kind.name().toLowerCase(Locale.ROOT),
                        "Unit of " + kind,
                        kind == Kind.CREDIT ? 2 : 0,
                        kind,
                        null,
                        kind == Kind.CHARITY ? "trees" : "",
                        kind == Kind.POINTS ? new FairValue(100, 99) : null,
                        kind == Kind.POINTS ? 5_000L : null));
        return Stream.concat(ofEachKind, Stream.of(sliding)).toList();
    }

    private static EarningDocument earning() {
        return new EarningDocument(
                rules(),
                Stacking.MULTIPLY,
                List.of(
                        new MultiplierDocument(
                                "weekend",
                                "Weekend",
                                Subject.every(ActivityType.PURCHASE),
                                200,
                                List.of("base", "partner")),
                        new MultiplierDocument("all", "", season(ActivityType.VISIT, "", ""), 50, List.of())),
                List.of(
                        new BudgetDocument("spring", "Spring", "credit", 1_000_000, Period.LIFETIME),
                        new BudgetDocument("daily", "", "points", 5, Period.DAY)));
    }

    private static List<EarningRuleDocument> rules() {
        EarningBase base = new EarningBase(
                true, true, true, true, true, true, SOME_GOODS, List.of(new EarningBase.Boost(SOME_GOODS, 150)));
        Limits limits = new Limits(
                List.of(Cap.units(50, Period.DAY), Cap.times(3, Period.WEEK), Cap.times(90, Period.LIFETIME)),
                Duration.ofMinutes(90));
        return List.of(
                new EarningRuleDocument(
                        "base",
                        "One for each euro",
                        season(ActivityType.PURCHASE, "", ""),
                        "points",
                        new EarningAmount.PerAmount(1, 100, Rounding.HALF_EVEN),
                        base,
                        new Pending.UntilActivity("delivered", 30),
                        new Expiry.AfterMonths(18),
                        limits,
                        "daily",
                        "bakery",
                        true),
                rule("partner", inPartner(), "points", new EarningAmount.PerItem(2), Pending.not(), new Expiry.Never()),
                rule(
                        "run",
                        season(ActivityType.CUSTOM, "run", "bakery"),
                        "stamp",
                        new EarningAmount.PerAttribute("metres", 1, 1_000, Rounding.UP),
                        new Pending.ForDays(14),
                        new Expiry.AfterDays(30)),
                rule(
                        "birthday",
                        Subject.every(ActivityType.BIRTHDAY),
                        "credit",
                        new EarningAmount.Fixed(500),
                        new Pending.Until(at("2026-06-01T00:00:00Z")),
                        new Expiry.EndOfMonth(2)),
                rule(
                        "visit",
                        Subject.every(ActivityType.VISIT),
                        "miles",
                        new EarningAmount.Fixed(10),
                        new Pending.EndOf(Period.WEEK),
                        new Expiry.Never()),
                granting("status", Subject.every(ActivityType.PURCHASE)),
                granting("charity", Subject.every(ActivityType.MEMBERSHIP_PAYMENT)),
                granting("ticket", Subject.every(ActivityType.REVIEW)));
    }

    private static EarningRuleDocument granting(String unit, Subject subject) {
        return rule(unit, subject, unit, new EarningAmount.Fixed(1), Pending.not(), new Expiry.EndOfYear(1));
    }

    private static EarningRuleDocument rule(
            String id, Subject subject, String unit, EarningAmount amount, Pending pending, Expiry expiry) {
        return new EarningRuleDocument(
                id,
                "",
                subject,
                unit,
                amount,
                EarningBase.GOODS,
                pending,
                expiry,
                Limits.NONE,
                unit.equals("credit") ? "spring" : "",
                "",
                false);
    }

    private static Subject inPartner() {
        return new Subject(ActivityType.PURCHASE, "", "bakery", "", null, null);
    }

    static Subject season(ActivityType type, String customName, String partner) {
        return new Subject(
                type,
                customName,
                partner,
                "member.purchases >= 0",
                at("2026-03-01T00:00:00Z"),
                at("2036-03-01T00:00:00.000001Z"));
    }
}
