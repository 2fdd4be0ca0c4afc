package dev.perennial.domain.testing;

import static dev.perennial.domain.testing.Moments.at;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.EngagementDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.LeaderboardDocument;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.shared.Period;
import java.util.List;

/** What a full document says of collecting, working towards and taking part. */
final class FullEngagement {

    private FullEngagement() {}

    static EngagementDocument written() {
        return new EngagementDocument(
                counters(),
                List.of(
                        new ChallengeDocument(
                                "explorer",
                                "Explorer",
                                "visits",
                                false,
                                List.of(
                                        new Stage(3, "points", 50, new Expiry.AfterDays(90)),
                                        new Stage(10, "badge", 1, new Expiry.Never()))),
                        new ChallengeDocument(
                                "loyal",
                                "",
                                "weeks",
                                true,
                                List.of(new Stage(4, "points", 100, new Expiry.EndOfYear(0)))),
                        new ChallengeDocument(
                                "together",
                                "Together",
                                "visits",
                                false,
                                true,
                                List.of(new Stage(500, "badge", 1, new Expiry.Never())))),
                List.of(new LeaderboardDocument("top", "Top of the month", "spent", 24)),
                List.of(new PunchCardDocument(
                        "coffee", "The tenth is free", "stamp", 9, "voucher", 1, new Expiry.AfterMonths(3))),
                List.of(
                        new RaffleDocument(
                                "bike",
                                "A bicycle",
                                "ticket",
                                at("2026-12-24T17:00:00Z"),
                                3,
                                "the numbers of the lottery of 24 December"),
                        new RaffleDocument("mug", "", "ticket", at("2027-01-01T00:00:00Z"), 10_000, "")),
                new CelebrationsDocument(CelebrationsDocument.LeapDay.MARCH_1, 30));
    }

    private static List<CounterDocument> counters() {
        return List.of(
                counter("visits", ActivityType.VISIT, new Measure.Facts(), new Window.Current(Period.QUARTER)),
                counter("spent", ActivityType.PURCHASE, new Measure.Amount(), new Window.Current(Period.MONTH)),
                counter("items", ActivityType.PURCHASE, new Measure.Items(), new Window.Rolling(365)),
                counter("weeks", ActivityType.PURCHASE, new Measure.Facts(), new Window.Streak(Period.WEEK, 2)),
                counter("earned", ActivityType.PURCHASE, new Measure.Units("points"), new Window.Rolling(1)),
                new CounterDocument(
                        "metres",
                        "Metres run",
                        FullDocument.season(ActivityType.CUSTOM, "run", "bakery"),
                        new Measure.Attribute("metres"),
                        new Window.Current(Period.LIFETIME)));
    }

    private static CounterDocument counter(String id, ActivityType type, Measure measure, Window window) {
        return new CounterDocument(id, "", Subject.every(type), measure, window);
    }
}
