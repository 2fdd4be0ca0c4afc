package dev.perennial.domain.testing;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import dev.perennial.domain.shared.Period;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a program can have besides rules, by chance. */
final class RandomParts {

    private static final Condition GOLD = facts -> facts.progress().tier().equals("gold")
            ? Condition.Verdict.MATCHED
            : Condition.Verdict.notMatched("not gold");
    private static final Condition REGULAR =
            facts -> facts.progress().counters().getOrDefault("orders", 0L) >= 2
                    ? Condition.Verdict.MATCHED
                    : Condition.Verdict.notMatched("not regular");

    private final RandomGenerator random;

    /** The same in all versions: what became of stamps under one rate is not what another would make of them. */
    private final PunchCardDocument card;

    RandomParts(RandomGenerator random) {
        this.random = random;
        this.card = new PunchCardDocument(
                "card", "", "stamps", random.nextInt(2, 9), "coffees", random.nextInt(1, 3), expiry());
    }

    Parts with(Parts parts) {
        return parts.stacking(pick(Stacking.values()))
                .multiplying(pick(50, 150, 200, 333), pick(GOLD, REGULAR))
                .multiplying(pick(110, 125), Condition.ALWAYS)
                .counter(counter("orders", ActivityType.PURCHASE, pick(new Measure.Facts(), new Measure.Amount())))
                .counter(counter("visits", ActivityType.VISIT, new Measure.Facts()))
                .counter(counter("points", ActivityType.PURCHASE, new Measure.Units("points")))
                .challenge(challenge("orders"))
                .challenge(challenge("visits"))
                .challenge(challenge("points"))
                .card(card)
                .tiers(tiers());
    }

    private CounterDocument counter(String id, ActivityType type, Measure measure) {
        Window window = switch (random.nextInt(3)) {
            case 0 -> new Window.Streak(pick(Period.WEEK, Period.DAY), random.nextInt(1, 3));
            default -> new Window.Current(pick(Period.values()));
        };
        return new CounterDocument(id, "", Subject.every(type), measure, window);
    }

    private ChallengeDocument challenge(String counter) {
        int first = random.nextInt(1, 4);
        return new ChallengeDocument(
                counter + "-challenge",
                "",
                counter,
                random.nextBoolean(),
                List.of(
                        new Stage(first, pick("points", "stamps"), random.nextInt(1, 20), expiry()),
                        new Stage(first + random.nextInt(1, 400), "points", 17, new Expiry.Never())));
    }

    private TiersDocument tiers() {
        long silver = random.nextInt(1, 150);
        return new TiersDocument(
                "status",
                pick(
                        new TiersDocument.Window.CalendarYear(),
                        new TiersDocument.Window.AnniversaryYear(),
                        new TiersDocument.Window.RollingDays(random.nextInt(5, 60))),
                List.of(
                        new Level("silver", "", silver, List.of()),
                        new Level("gold", "", silver + random.nextInt(1, 200), List.of())),
                pick(0, 0, 20),
                pick(Downgrade.values()),
                pick(OnRefund.values()),
                null);
    }

    private Expiry expiry() {
        return random.nextBoolean() ? new Expiry.Never() : new Expiry.AfterDays(random.nextInt(20, 200));
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }
}
