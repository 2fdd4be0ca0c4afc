package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.RewardDocuments.aReward;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardDocuments.AReward;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.UnitDefinition.Kind;
import dev.perennial.domain.shared.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents that offer rewards, and such with one fault each: where it is and what is said of it. */
final class SpendingTables {

    private static final VoucherWorth ACCESS = new VoucherWorth.Access();

    private SpendingTables() {}

    static Stream<Arguments> accepted() {
        return Stream.of(
                accepted("the shortest random code", aReward("r").withCodes("##########")),
                accepted("a code of 64 characters", aReward("r").withCodes("A B~" + "#".repeat(60))),
                accepted("codes from a list", aReward("r").giving(codesOf("spring_2026-a"))),
                accepted("the dearest", aReward("r").costing(1_000_000_000_000_000L, "points")),
                accepted("paid with credit", aReward("r").costing(1, "credit")),
                accepted(
                        "a share of a budget for what is granted",
                        aReward("r").granting("credit", 5).drawingOn("c")),
                accepted("a share of a budget for the price", aReward("r").drawingOn("p")),
                accepted(
                        "the price's budget of granted units",
                        aReward("r").granting("credit", 5).drawingOn("p")),
                accepted("the last piece", aReward("r").inStock(1)),
                accepted("as many as anybody could count", aReward("r").inStock(1_000_000_000_000L)),
                accepted("reserved for a minute", aReward("r").reservedFor(1)),
                accepted("reserved for 30 days", aReward("r").reservedFor(43_200)),
                accepted("a limit for each period", limited(Period.values())),
                accepted("sliding units without an expiry", aReward("r").granting("miles", 5)),
                accepted("a gift to a cause", aReward("r").granting("trees", 1)),
                accepted(
                        "every form of language tag",
                        aReward("r").called(translated("de", "pt-BR", "zh-Hant-TW", "EN"))),
                accepted("a description of several lines", aReward("r").described(LocalizedText.of("one\ntwo"))),
                accepted("a second's season", season("2026-03-01T00:00:01Z")),
                arguments("no grace for what comes back", returning(0)),
                arguments("400 days for what comes back", returning(400)));
    }

    static Stream<Arguments> refusedTexts() {
        String picture = "picture_url";
        return Stream.of(
                refused("its id", aReward("Mug"), "id", "not an id"),
                arguments(
                        "two rewards of one id",
                        offering(aReward("mug"), aReward("mug")),
                        "rewards[1].id",
                        "'mug' is used more than once"),
                arguments("501 rewards", offering(rewards(501)), "rewards", "501 rewards; at most 500"),
                refused("no name", aReward("r").called(""), "name.text", "is missing"),
                refused("a blank name", aReward("r").called(" "), "name.text", "is missing"),
                refused("a long name", aReward("r").called("n".repeat(201)), "name.text", "at most 200"),
                refused("a name on two lines", aReward("r").called("a\nb"), "name.text", "line breaks"),
                refused("a bell", aReward("r").called("a\u0007"), "name.text", "control characters"),
                language("", "not a BCP 47"),
                language("german", "is there already", "German"),
                language("de_AT", "not a BCP 47"),
                language("d", "not a BCP 47"),
                language("und", "not a BCP 47"),
                translation("", "is empty"),
                translation("n".repeat(201), "at most 200"),
                refused(
                        "51 translations",
                        aReward("r")
                                .called(translated(IntStream.range(0, 51)
                                        .mapToObj(i -> "de-x-" + i)
                                        .toArray(String[]::new))),
                        "name.translations",
                        "51 translations; at most 50"),
                refused(
                        "a long description",
                        aReward("r").described(LocalizedText.of("d".repeat(2_001))),
                        "description.text",
                        "at most 2000"),
                refused(
                        "a description for some only",
                        aReward("r").described(new LocalizedText("", Map.of("de", "Kaffee"))),
                        "description.text",
                        "is missing"),
                refused("an address without a lock", aReward("r").pictured("http://a.example/b"), picture, "https"),
                refused("an address without a host", aReward("r").pictured("https:///b"), picture, "https"),
                refused("a file's name", aReward("r").pictured("mug.png"), picture, "https"),
                refused("no address", aReward("r").pictured("https://a b"), picture, "https"),
                refused(
                        "a long address",
                        aReward("r").pictured("https://a.example/" + "b".repeat(1_983)),
                        picture,
                        "2001 characters; at most 2000"));
    }

    static Stream<Arguments> refusedContents() {
        String amount = "units.amount";
        String format = "voucher.generated.format";
        return Stream.of(
                refused("an unknown unit", aReward("r").granting("stars", 1), "units.unit", "no unit 'stars'"),
                refused("nothing granted", aReward("r").granting("credit", 0), amount, "is 0"),
                refused("too much granted", aReward("r").granting("credit", 1_000_000_000_001L), amount, "from 1 to"),
                refused(
                        "sliding units that run out",
                        aReward("r").giving(new RewardContent.Units("miles", 1, new Expiry.AfterDays(3))),
                        "units.after_days",
                        "runs out as a whole"),
                refused(
                        "units that are gone at once",
                        aReward("r").giving(new RewardContent.Units("credit", 1, new Expiry.AfterMonths(0))),
                        "units.after_months",
                        "from 1 to 1200"),
                worth("no product", new VoucherWorth.FreeProduct(""), "free_product.sku", "is missing"),
                worth("a long sku", new VoucherWorth.FreeProduct("s".repeat(129)), "free_product.sku", "at most 128"),
                worth("a bell", new VoucherWorth.FreeProduct("s\u0007"), "free_product.sku", "control characters"),
                worth("nothing off", new VoucherWorth.AmountOff(0), "amount_off.amount", "is 0"),
                worth("0 %", new VoucherWorth.PercentOff(0, 0), "percent_off.percent", "from 1 to 100"),
                worth("101 %", new VoucherWorth.PercentOff(101, 0), "percent_off.percent", "from 1 to 100"),
                worth("at most −1", new VoucherWorth.PercentOff(10, -1), "percent_off.most", "is -1"),
                valid("valid for −1", -1),
                valid("valid for 3,651", 3_651),
                refused("codes to guess", aReward("r").withCodes("CAFE-#########"), format, "has 9 #"),
                refused("a code of 65", aReward("r").withCodes("#".repeat(65)), format, "at most 64"),
                refused("an umlaut", aReward("r").withCodes("Ü##########"), format, "printable ASCII"),
                refused("a blank before", aReward("r").withCodes(" ##########"), format, "printable ASCII"),
                refused("a blank after", aReward("r").withCodes("########## "), format, "printable ASCII"),
                refused("a line's end", aReward("r").withCodes("##########\n"), format, "printable ASCII"),
                refused("a list's id", aReward("r").giving(codesOf("Spring")), "voucher.imported.list", "not an id"));
    }

    static Stream<Arguments> refusedTerms() {
        String unit = "price.unit";
        String amount = "price.amount";
        return Stream.of(
                refused("an unknown price", aReward("r").costing(1, "stars"), unit, "no unit 'stars'"),
                refused("paid with standing", aReward("r").costing(1, "status"), unit, "kind STATUS is not spent"),
                refused("paid with a badge", aReward("r").costing(1, "badge"), unit, "kind BADGE is not spent"),
                refused("paid with a gift", aReward("r").costing(1, "trees"), unit, "kind CHARITY is not spent"),
                refused("for 0", aReward("r").costing(0, "points"), amount, "is 0"),
                refused("for more than 10^15", aReward("r").costing(1_000_000_000_000_001L, "points"), amount, "1 to"),
                refused("a season backwards", season("2026-02-28T00:00:00Z"), "available_until", "after it starts"),
                refused("an empty season", season("2026-03-01T00:00:00Z"), "available_until", "after it starts"),
                refused("an unknown level", aReward("r").forTiers("gold", "lead"), "tiers[1]", "no level 'lead'"),
                refused("a level without a name", aReward("r").forTiers(""), "tiers[0]", "no level ''"),
                refused("a level twice", aReward("r").forTiers("gold", "gold"), "tiers[1]", "stands here already"),
                refused("a wrong condition", aReward("r").when("wrong"), "condition", "line 1, column 1: wrong"),
                refused("never", aReward("r").atMost(0, Period.DAY), "limits[0].times", "is 0"),
                refused("two limits a day", limited(Period.DAY, Period.DAY), "limits[1].period", "already has a limit"),
                refused("no stock", aReward("r").inStock(0), "stock", "is 0"),
                refused("boundless stock", aReward("r").inStock(1_000_000_000_001L), "stock", "from 1 to"),
                refused("an unknown budget", aReward("r").drawingOn("b"), "budget", "no budget 'b'"),
                refused("another unit's budget", aReward("r").drawingOn("c"), "budget", "'credit', not 'points'"),
                refused(
                        "a budget of neither",
                        aReward("r").granting("miles", 1).drawingOn("c"),
                        "budget",
                        "'credit', not 'miles' or 'points'"),
                refused("a free voucher's budget", aReward("r").free().drawingOn("p"), "budget", "costs nothing and"),
                refused("reserved for 0", aReward("r").reservedFor(0), "reservation_minutes", "from 1 to 43200"),
                refused("reserved for long", aReward("r").reservedFor(43_201), "reservation_minutes", "1 to 43200"),
                arguments("grace −1", returning(-1), "return_grace_days", "from 0 to 400"),
                arguments("grace 401", returning(401), "return_grace_days", "from 0 to 400"));
    }

    /** A program with a unit of each kind, two budgets and a level. */
    static ADocument offering(AReward... rewards) {
        return aShop().with(new SpendingDocument(
                Arrays.stream(rewards).map(AReward::written).toList(), 0));
    }

    private static ADocument returning(int graceDays) {
        return aShop().with(new SpendingDocument(List.of(), graceDays));
    }

    static ADocument aShop() {
        return aDocument()
                .withUnits(
                        new UnitDefinition("points", "", 0),
                        unit("status", Kind.STATUS, ""),
                        unit("badge", Kind.BADGE, ""),
                        unit("credit", Kind.CREDIT, ""),
                        unit("trees", Kind.CHARITY, "forest"),
                        new UnitDefinition(
                                "miles",
                                "",
                                0,
                                Kind.POINTS,
                                new UnitDefinition.Sliding(6, Set.of(ActivityType.PURCHASE)),
                                ""))
                .withCauses(new Named("forest", ""))
                .withBudgets(
                        new BudgetDocument("p", "", "points", 1_000, Period.MONTH),
                        new BudgetDocument("c", "", "credit", 1_000, Period.MONTH))
                .with(new StandingDocument(
                        new TiersDocument(
                                "status",
                                new TiersDocument.Window.CalendarYear(),
                                List.of(new Level("gold", "", 10, List.of())),
                                0,
                                TiersDocument.Downgrade.TO_EARNED,
                                TiersDocument.OnRefund.REVOKE,
                                null),
                        List.of()));
    }

    private static UnitDefinition unit(String id, Kind kind, String cause) {
        return new UnitDefinition(id, "", 0, kind, null, cause);
    }

    private static Arguments accepted(String what, AReward reward) {
        return arguments(what, offering(reward));
    }

    private static Arguments refused(String what, AReward reward, String field, String description) {
        return arguments("a reward: " + what, offering(reward), "rewards[0]." + field, description);
    }

    private static Arguments worth(String what, VoucherWorth worth, String field, String description) {
        return refused("a voucher: " + what, aReward("r").giving(worth), "voucher." + field, description);
    }

    private static Arguments valid(String what, int days) {
        RewardContent content = new RewardContent.Voucher(ACCESS, new CodeSource.Imported("list"), days);
        return refused("a voucher: " + what, aReward("r").giving(content), "voucher.valid_days", "from 0 to 3650");
    }

    private static RewardContent codesOf(String list) {
        return new RewardContent.Voucher(ACCESS, new CodeSource.Imported(list), 0);
    }

    private static Arguments language(String tag, String description, String... others) {
        AReward reward = aReward("r")
                .called(translated(
                        Stream.concat(Stream.of(tag), Arrays.stream(others)).toArray(String[]::new)));
        return refused("the language '" + tag + "'", reward, "name.translations[\"" + tag + "\"]", description);
    }

    private static Arguments translation(String text, String description) {
        AReward reward = aReward("r").called(new LocalizedText("A coffee", Map.of("de", text)));
        return refused("a translation: " + description, reward, "name.translations[\"de\"]", description);
    }

    private static LocalizedText translated(String... tags) {
        return new LocalizedText(
                "A coffee", Arrays.stream(tags).collect(Collectors.toMap(tag -> tag, tag -> "A coffee in " + tag)));
    }

    private static AReward season(String end) {
        return aReward("r").from("2026-03-01T00:00:00Z").until(end);
    }

    private static AReward limited(Period... periods) {
        AReward reward = aReward("r");
        for (Period period : periods) {
            reward.atMost(1, period);
        }
        return reward;
    }

    private static AReward[] rewards(int count) {
        return IntStream.range(0, count).mapToObj(i -> aReward("r" + i)).toArray(AReward[]::new);
    }
}
