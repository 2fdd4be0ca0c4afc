package dev.perennial.bootstrap.command.demo;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.member.v1.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * All that happened in the shop, made up beforehand.
 *
 * @param members by their id
 * @param activities in the order in which they happened
 */
record ShopHistory(Map<String, Profile> members, List<Activity> activities) {

    static final int CUSTOMERS = 2_000;
    static final int MONTHS = 18;

    private static final long SEED = 20_260_921;
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** The shop of the last months up to now. */
    static ShopHistory until(Instant now, ZoneId zone) {
        Instant opened = now.atZone(zone)
                .minusMonths(MONTHS - 1L)
                .withDayOfMonth(1)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant();
        Duration span = Duration.between(opened, now);
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, Profile> members = new LinkedHashMap<>();
        List<Activity> activities = new ArrayList<>();
        for (int number = 1; number <= CUSTOMERS; number++) {
            Customer customer = Customer.random(number, opened, span, random);
            members.put(customer.id(), customer.profile());
            live(customer, now, zone, new Visits(customer, zone, random.split()), activities);
        }
        activities.sort(
                Comparator.comparingLong(activity -> activity.getOccurredAt().getSeconds()));
        return new ShopHistory(members, List.copyOf(activities));
    }

    /** Lets a customer come, again and again, until they stay away or now is reached. */
    private static void live(Customer customer, Instant now, ZoneId zone, Visits visits, List<Activity> into) {
        Instant at = customer.joinsAt();
        boolean stays = true;
        while (stays && at.isBefore(now)) {
            List<Activity> visit = visits.at(at);
            visit.stream().filter(activity -> before(activity, now)).forEach(into::add);
            stays = visits.random().nextDouble() >= customer.leaves();
            at = next(customer, at, now, zone, visits.random());
        }
    }

    /** The next purchase: drawn at the season's highest rate and thinned out to that of the moment. */
    private static Instant next(Customer customer, Instant after, Instant now, ZoneId zone, SplittableRandom random) {
        Instant at = after;
        do {
            double days = -Math.log1p(-random.nextDouble()) / (customer.buysPerDay() * Season.HIGHEST);
            at = at.plusSeconds((long) (Math.min(Math.max(days, 0.5), 3_650) * DAY_SECONDS));
        } while (at.isBefore(now) && random.nextDouble() * Season.HIGHEST > Season.at(at, zone));
        return at;
    }

    private static boolean before(Activity activity, Instant now) {
        return activity.getOccurredAt().getSeconds() < now.getEpochSecond();
    }
}
