package dev.perennial.bootstrap.command.demo;

import com.google.type.Date;
import dev.perennial.contract.member.v1.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A simulated customer after the BG/NBD model (Fader, Hardie and Lee 2005): buys at a rate of their own and after each
 * purchase stays away for good with a probability of their own.
 *
 * @param buysPerDay exponential over the customers, which is their Gamma distribution with shape 1
 * @param leaves after each purchase; Beta(1, 7) over the customers
 * @param lovesBeans how often a purchase has whole beans in it, 0 to 1
 */
record Customer(String id, Profile profile, Instant joinsAt, double buysPerDay, double leaves, double lovesBeans) {

    private static final double BUYS_PER_DAY_MEAN = 1 / 16.0;
    private static final double LEAVES_BETA = 7;

    private static final String[] FIRST_NAMES = {
        "Ada", "Ben", "Clara", "David", "Emma", "Felix", "Greta", "Hannes", "Ida", "Jonas", "Klara", "Leon", "Mia",
        "Noah", "Olga", "Paul", "Rosa", "Samir", "Tara", "Yusuf"
    };
    private static final String[] LAST_NAMES = {
        "Albrecht",
        "Bauer",
        "Celik",
        "Dietz",
        "Engel",
        "Fischer",
        "Graf",
        "Hoffmann",
        "Ivanova",
        "Jung",
        "Koch",
        "Lang",
        "Maier",
        "Nowak",
        "Otto",
        "Peters",
        "Richter",
        "Sommer",
        "Thiel",
        "Weber"
    };
    private static final String[] CAME_BY = {"passing by", "a friend", "search", "social media", "the market"};

    /** Somebody who finds the shop at some time of a span; more do as it becomes known. */
    static Customer random(int number, Instant opened, Duration span, SplittableRandom random) {
        double part = Math.pow(random.nextDouble(), 0.8);
        return new Customer(
                "customer-%04d".formatted(number),
                profile(random),
                opened.plusSeconds((long) (part * span.toSeconds())),
                -Math.log1p(-random.nextDouble()) * BUYS_PER_DAY_MEAN,
                1 - Math.pow(1 - random.nextDouble(), 1 / LEAVES_BETA),
                Math.pow(random.nextDouble(), 2));
    }

    private static Profile profile(SplittableRandom random) {
        String first = pick(FIRST_NAMES, random);
        String last = pick(LAST_NAMES, random);
        return Profile.newBuilder()
                .setDisplayName(first + " " + last)
                .setBirthDate(Date.newBuilder()
                        .setYear(random.nextInt(1950, 2007))
                        .setMonth(random.nextInt(1, 13))
                        .setDay(random.nextInt(1, 29)))
                .setCountry("DE")
                .setLocale("de-DE")
                .setAcquisitionSource(pick(CAME_BY, random))
                .build();
    }

    private static String pick(String[] from, SplittableRandom random) {
        return from[random.nextInt(from.length)];
    }
}
