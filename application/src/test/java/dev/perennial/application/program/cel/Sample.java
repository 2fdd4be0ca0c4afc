package dev.perennial.application.program.cel;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Visit;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Facts that conditions are asked about: a first purchase at half past midnight of a Berlin Sunday, 23:30 the day
 * before in UTC.
 */
final class Sample {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Instant MOMENT = Instant.parse("2026-03-07T23:30:00Z");
    static final Instant ENROLLED = Instant.parse("2026-03-01T00:00:00Z");
    static final Traits TRAITS = new Traits("f", "DE", 1990, "de-DE", "Europe/Vienna", "instagram");

    private Sample() {}

    /** Ten lines of 0 to 9 euros, 4.90 shipping. */
    static Facts purchase() {
        return of(new Purchase("order-1", EUR, lines(), 490, 300, 200, null), Behaviour.NONE);
    }

    static Facts of(ActivityDetail detail, Behaviour behaviour) {
        Activity activity = new Activity(
                new ActivityKey("shop", "1"),
                MOMENT,
                false,
                new Place("berlin-1", "main", "app", "bakery"),
                Map.of("campaign", "spring", "till", "7"),
                detail);
        return new Facts(activity, ZoneId.of("Europe/Berlin"), TRAITS, behaviour, ENROLLED, Progress.NONE);
    }

    /** A visit of somebody who has come far. */
    static Facts of(Progress progress) {
        Facts facts = of(new Visit(), Behaviour.NONE);
        return new Facts(
                facts.activity(), facts.zone(), facts.member(), facts.behaviour(), facts.enrolledAt(), progress);
    }

    private static List<OrderLine> lines() {
        return LongStream.range(0, 10)
                .mapToObj(i -> new OrderLine(
                        "sku-" + i,
                        "name-" + i,
                        i < 9 ? "tea" : "coffee",
                        "brand-" + i,
                        i == 9,
                        1,
                        100 * i,
                        16 * i,
                        i,
                        40 * i))
                .toList();
    }
}
