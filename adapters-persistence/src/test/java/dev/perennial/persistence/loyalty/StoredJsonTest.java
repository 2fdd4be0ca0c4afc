package dev.perennial.persistence.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.activity.Celebration;
import dev.perennial.domain.activity.ClubGoal;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Engagement;
import dev.perennial.domain.activity.ExchangeRate;
import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.activity.Visit;
import dev.perennial.domain.loyalty.CapUse;
import dev.perennial.domain.loyalty.Count;
import dev.perennial.domain.loyalty.Counts;
import dev.perennial.domain.loyalty.LimitsUsed;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.loyalty.standing.Loss;
import dev.perennial.domain.loyalty.standing.Match;
import dev.perennial.domain.loyalty.standing.Membership;
import dev.perennial.domain.loyalty.standing.MembershipState;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.loyalty.standing.TierProgress;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.shared.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The names in stored JSON: whoever changes them makes what is stored unreadable. */
final class StoredJsonTest {

    private static final Instant MOMENT = at("2026-02-03T04:05:06.000007Z");

    private static final Standing STANDING = new Standing(
            3,
            new TierProgress(
                    new TreeMap<>(Map.of(LocalDate.of(2026, 1, 1), 700L)),
                    "silver",
                    "gold",
                    MOMENT,
                    LocalDate.of(2026, 2, 3)),
            List.of(new Loss(LocalDate.of(2026, 1, 1), MOMENT, MOMENT, 5)),
            List.of(new Match("gold", MOMENT, MOMENT, 6, true)),
            List.of(new Membership("plus", MembershipState.ACTIVE, MOMENT, 2, MOMENT)),
            "gold",
            MOMENT);

    @Test
    void ofATally() {
        Tally tally = new Tally(
                new Behaviour(2, 300, at("2026-01-01T00:00:00Z"), MOMENT),
                new LimitsUsed(
                        Map.of(new CapUse("base", Cap.Of.UNITS, Period.MONTH, LocalDate.of(2026, 2, 1)), 40L),
                        Map.of("welcome", MOMENT)),
                new Counts(Map.of("visits", new Count(new TreeMap<>(Map.of(LocalDate.of(2026, 2, 1), 3L)), 2))),
                Map.of(new UnitId("points"), MOMENT),
                STANDING,
                new FactPosition(MOMENT, new ActivityKey("shop", "o1")),
                Set.of("o9"));
        String stored = """
            {"purchases":2,"spent":300,"first_purchase_at":"2026-01-01T00:00:00Z",\
            "last_purchase_at":"2026-02-03T04:05:06.000007Z",\
            "last":{"occurred_at":"2026-02-03T04:05:06.000007Z","source":"shop","external_id":"o1"},\
            "caps_used":[{"rule":"base","of":"UNITS","period":"MONTH","start":"2026-02-01","units":40}],\
            "last_credited":{"welcome":"2026-02-03T04:05:06.000007Z"},\
            "counts":{"visits":{"run":2,"buckets":{"2026-02-01":3}}},\
            "qualified":{"points":"2026-02-03T04:05:06.000007Z"},\
            "standing":{"version":3,"level":"gold","since":"2026-02-03T04:05:06.000007Z",\
            "tier":{"earned":{"2026-01-01":700},"carried":"silver","reached":"gold",\
            "grace_ends_at":"2026-02-03T04:05:06.000007Z","as_of":"2026-02-03"},\
            "losses":[{"bucket":"2026-01-01","earned_at":"2026-02-03T04:05:06.000007Z",\
            "lost_at":"2026-02-03T04:05:06.000007Z","amount":5}],\
            "matches":[{"level":"gold","starts_at":"2026-02-03T04:05:06.000007Z",\
            "ends_at":"2026-02-03T04:05:06.000007Z","earned":6,"kept":true}],\
            "memberships":[{"plan":"plus","state":"ACTIVE","anchor":"2026-02-03T04:05:06.000007Z","months":2,\
            "until":"2026-02-03T04:05:06.000007Z"}]},\
            "waiting_refunds":["o9"]}\
            """;

        assertThat(TallyJson.write(tally)).isEqualTo(stored);
        assertThat(TallyJson.read(stored.replace("{\"purchases\"", "{\"of_a_later_version\":[1],\"purchases\"")))
                .isEqualTo(tally);
        assertThat(TallyJson.read("{}")).isEqualTo(Tally.EMPTY);
    }

    @Test
    void ofAPurchase() {
        assertStored(aPurchase("o1").with(2, 600).shippedFor(495).on(MOMENT), """
            {"type":"PURCHASE","order_id":"o1","currency":"EUR","shipping":495,\
            "lines":[{"sku":"sku-0","quantity":2,"amount":600,"tax":100,"cost":300}]}\
            """);
    }

    @Test
    void ofARefund() {
        assertStored(aRefundOf("o1").items(1, 2).of(5).on(MOMENT), """
            {"type":"REFUND","order_id":"o1","amount":5,"lines":[{"line_number":1,"quantity":2}]}\
            """);
    }

    @Test
    void ofAPurchaseWithEverything() {
        Purchase order = new Purchase(
                "o1",
                Currency.getInstance("USD"),
                List.of(new OrderLine("mug", "Mug", "kitchen", "Pots", true, 1, 100, 16, 5, 40)),
                0,
                30,
                20,
                new ExchangeRate(new BigDecimal("0.9210")));
        assertStored(
                new Activity(
                        new ActivityKey("shop", "1"),
                        MOMENT,
                        false,
                        new Place("Mitte", "", "app", "bakery"),
                        Map.of("till", "7"),
                        order),
                """
                {"type":"PURCHASE","order_id":"o1","currency":"USD","paid_with_gift_cards":30,"paid_with_units":20,\
                "exchange_rate":"0.9210","lines":[{"sku":"mug","name":"Mug","category":"kitchen","brand":"Pots",\
                "gift_card":true,"quantity":1,"amount":100,"tax":16,"discount":5,"cost":40}],\
                "store":"Mitte","brand":"","channel":"app","partner":"bakery","attributes":{"till":"7"}}\
                """);
    }

    static Stream<Arguments> details() {
        return Stream.of(
                arguments(new Visit(), "{\"type\":\"VISIT\"}"),
                arguments(new Custom("quiz", ""), "{\"type\":\"CUSTOM\",\"name\":\"quiz\"}"),
                arguments(new Custom("delivered", "o1"), """
                    {"type":"CUSTOM","name":"delivered","order_id":"o1"}\
                    """),
                arguments(new Engagement.Review("mug", 5, true), """
                    {"type":"REVIEW","sku":"mug","rating":5,"verified":true}\
                    """),
                arguments(new Engagement.SocialFollow("mastodon"), """
                    {"type":"SOCIAL_FOLLOW","network":"mastodon"}\
                    """),
                arguments(new Engagement.ContentView("c1"), """
                    {"type":"CONTENT_VIEW","content_id":"c1"}\
                    """),
                arguments(new Engagement.ProfileCompleted(), "{\"type\":\"PROFILE_COMPLETED\"}"),
                arguments(new Engagement.AppInstalled("android"), """
                    {"type":"APP_INSTALLED","platform":"android"}\
                    """),
                arguments(new MembershipFact.Payment("plus"), """
                    {"type":"MEMBERSHIP_PAYMENT","plan":"plus"}\
                    """),
                arguments(new MembershipFact.Trial("plus"), """
                    {"type":"MEMBERSHIP_TRIAL","plan":"plus"}\
                    """),
                arguments(new MembershipFact.Cancellation("plus", true), """
                    {"type":"MEMBERSHIP_CANCELLATION","plan":"plus","at_once":true}\
                    """),
                arguments(new StatusMatch("gold", "Other Air", "card 7"), """
                    {"type":"STATUS_MATCH","level":"gold","matched_partner":"Other Air","proof":"card 7"}\
                    """),
                arguments(new StatusMatch("gold", "", "", MOMENT), """
                    {"type":"STATUS_MATCH","level":"gold","matched_partner":"","proof":"","until":"%s"}\
                    """.formatted(MOMENT)),
                arguments(new Celebration(ActivityType.BIRTHDAY, 2026), """
                    {"type":"BIRTHDAY","year":2026}\
                    """),
                arguments(new Celebration(ActivityType.ANNIVERSARY, 3), """
                    {"type":"ANNIVERSARY","year":3}\
                    """),
                arguments(new ClubGoal("c 1", "far", 2, LocalDate.of(2026, 3, 1)), """
                    {"type":"CLUB_GOAL","club":"c 1","challenge":"far","target":2,"period_start":"2026-03-01"}\
                    """));
    }

    @ParameterizedTest
    @MethodSource("details")
    void ofEachKind(ActivityDetail detail, String stored) {
        assertStored(aPurchase("o1").on(MOMENT).withDetail(detail), stored);
    }

    private static void assertStored(Activity activity, String stored) {
        assertThat(ActivityJson.write(activity)).isEqualTo(stored);
        assertThat(ActivityJson.read(activity.key(), MOMENT, false, Json.parse(stored)))
                .isEqualTo(activity);
    }
}
