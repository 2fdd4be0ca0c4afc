package dev.perennial.application.program.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Engagement.AppInstalled;
import dev.perennial.domain.activity.Engagement.ContentView;
import dev.perennial.domain.activity.Engagement.Review;
import dev.perennial.domain.activity.Engagement.SocialFollow;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.program.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a condition can read; {@code docs/conditions.md} describes it for authors. Where a field does not
 * apply, it has the value 0, "" or an empty list.
 */
final class FactTypes {

    private static final FactType<OrderLine> LINE = FactType.<OrderLine>named("Line")
            .field("sku", STRING, OrderLine::sku)
            .field("name", STRING, OrderLine::name)
            .field("category", STRING, OrderLine::category)
            .field("brand", STRING, OrderLine::brand)
            .field("gift_card", BOOL, OrderLine::giftCard)
            .field("quantity", INT, OrderLine::quantity)
            .field("amount", INT, OrderLine::amount)
            .field("tax", INT, OrderLine::tax)
            .field("discount", INT, OrderLine::discount)
            .field("cost", INT, OrderLine::cost)
            .build();

    static final FactType<Facts> ACTIVITY = FactType.<Facts>named("Activity")
            .field("type", STRING, facts -> facts.activity().type().name())
            .field("source", STRING, facts -> facts.activity().key().source())
            .field("store", STRING, facts -> facts.activity().place().store())
            .field("brand", STRING, facts -> facts.activity().place().brand())
            .field("channel", STRING, facts -> facts.activity().place().channel())
            .field("partner", STRING, facts -> facts.activity().place().partner())
            .field(
                    "attributes",
                    MapType.create(STRING, STRING),
                    facts -> facts.activity().attributes())
            .field("historical", BOOL, facts -> facts.activity().historical())
            .field("amount", INT, facts -> number(facts, Purchase::amount))
            .field("total", INT, facts -> number(facts, Purchase::total))
            .field("shipping", INT, facts -> number(facts, Purchase::shipping))
            .field("quantity", INT, facts -> number(facts, Purchase::quantity))
            .field("paid_with_gift_cards", INT, facts -> number(facts, Purchase::paidWithGiftCards))
            .field("paid_with_units", INT, facts -> number(facts, Purchase::paidWithUnits))
            .field(
                    "currency",
                    STRING,
                    facts -> text(facts, order -> order.currency().getCurrencyCode()))
            .field(
                    "order_id",
                    STRING,
                    facts -> facts.activity().detail() instanceof Purchase order
                            ? order.orderId()
                            : facts.activity().detail().aboutOrder())
            .list("lines", LINE, FactTypes::lines)
            .field("name", STRING, facts -> facts.activity().detail() instanceof Custom custom ? custom.name() : "")
            .field("sku", STRING, facts -> facts.activity().detail() instanceof Review review ? review.sku() : "")
            .field(
                    "rating",
                    INT,
                    facts -> facts.activity().detail() instanceof Review review ? (long) review.rating() : 0L)
            .field(
                    "network",
                    STRING,
                    facts -> facts.activity().detail() instanceof SocialFollow(String network) ? network : "")
            .field(
                    "content_id",
                    STRING,
                    facts -> facts.activity().detail() instanceof ContentView(String content) ? content : "")
            .field(
                    "platform",
                    STRING,
                    facts -> facts.activity().detail() instanceof AppInstalled(String platform) ? platform : "")
            .field(
                    "plan",
                    STRING,
                    facts -> facts.activity().detail() instanceof MembershipFact membership ? membership.plan() : "")
            .field("year", INT, facts -> (long) local(facts).getYear())
            .field("month", INT, facts -> (long) local(facts).getMonthValue())
            .field("day", INT, facts -> (long) local(facts).getDayOfMonth())
            .field("day_of_week", INT, facts ->
                    (long) local(facts).getDayOfWeek().getValue())
            .field("hour", INT, facts -> (long) local(facts).getHour())
            .field("date", STRING, facts -> local(facts).toLocalDate().toString())
            .build();

    static final FactType<Facts> MEMBER = FactType.<Facts>named("Member")
            .field("gender", STRING, facts -> facts.member().gender())
            .field("country", STRING, facts -> facts.member().country())
            .field("birth_year", INT, facts -> (long) facts.member().birthYear())
            .field("locale", STRING, facts -> facts.member().locale())
            .field("time_zone", STRING, facts -> facts.member().timeZone())
            .field("acquisition_source", STRING, facts -> facts.member().acquisitionSource())
            .field("status", STRING, facts -> facts.member().status().name())
            .field("staff", BOOL, facts -> facts.member().staff())
            .field("purchases", INT, facts -> facts.behaviour().purchases())
            .field("spent", INT, facts -> facts.behaviour().spent())
            .field("is_first_purchase", BOOL, facts -> facts.behaviour().purchases() == 0)
            .field(
                    "days_since_last_purchase",
                    INT,
                    facts -> daysSince(facts, facts.behaviour().lastPurchaseAt()))
            .field("days_since_enrolment", INT, facts -> daysSince(facts, facts.enrolledAt()))
            .field("tier", STRING, facts -> facts.progress().tier())
            .field("tier_rank", INT, facts -> (long) facts.progress().tierRank())
            .field(
                    "benefits",
                    ListType.create(STRING),
                    facts -> sorted(facts.progress().benefits()))
            .field(
                    "memberships",
                    ListType.create(STRING),
                    facts -> sorted(facts.progress().memberships()))
            .field(
                    "counters",
                    MapType.create(STRING, INT),
                    facts -> facts.progress().counters())
            .build();

    /** The variables of a condition. */
    static final Map<String, FactType<Facts>> VARIABLES = Map.of("activity", ACTIVITY, "member", MEMBER);

    /** Every type that a condition can meet. */
    static final List<FactType<?>> ALL = List.of(ACTIVITY, MEMBER, LINE);

    private FactTypes() {}

    private static Object number(Facts facts, ToLongFunction<Purchase> read) {
        return facts.activity().detail() instanceof Purchase order ? read.applyAsLong(order) : 0L;
    }

    private static Object text(Facts facts, Function<Purchase, String> read) {
        return facts.activity().detail() instanceof Purchase order ? read.apply(order) : "";
    }

    private static List<OrderLine> lines(Facts facts) {
        return facts.activity().detail() instanceof Purchase order ? order.lines() : List.of();
    }

    /** A set has no order of its own; the same facts give the same list. */
    private static List<String> sorted(Set<String> ids) {
        return ids.stream().sorted().toList();
    }

    private static ZonedDateTime local(Facts facts) {
        return facts.activity().occurredAt().atZone(facts.zone());
    }

    /** Whole days of 24 hours up to the fact, rounded down: negative when the moment comes after it. */
    private static Object daysSince(Facts facts, @Nullable Instant moment) {
        if (moment == null) {
            return -1L;
        }
        long seconds = Duration.between(moment, facts.activity().occurredAt()).toSeconds();
        return Math.floorDiv(seconds, Duration.ofDays(1).toSeconds());
    }
}
