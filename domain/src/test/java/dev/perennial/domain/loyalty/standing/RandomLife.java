package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.ATiersProgram.level;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.plan;

import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.standing.ATiersProgram.Later;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import dev.perennial.domain.program.TiersDocument.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Programs and facts by chance, with everything that a standing can meet. */
final class RandomLife {

    private static final Instant START = Instant.parse("2023-11-01T00:00:00Z");
    private static final String[] ZONES = {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC"};

    private final RandomGenerator random;

    RandomLife(RandomGenerator random) {
        this.random = random;
    }

    /** What a fact makes of a standing. */
    interface Fact {
        Standing on(Standing standing, ProgramHistory programs, Instant enrolledAt, Consumer<Change> changes);
    }

    ATiersProgram program() {
        ATiersProgram program = ATiersProgram.calendarYears()
                .in(pick(ZONES))
                .measuring(window())
                .grace(pick(0, 0, 1, 30, 90, 400))
                .falling(pick(Downgrade.values()))
                .refunding(pick(OnRefund.values()));
        return program.with(
                pick(level("silver", 100), level("silver", 60)), level("gold", 300), level("platinum", 600));
    }

    private Window window() {
        return switch (random.nextInt(3)) {
            case 0 -> new Window.CalendarYear();
            case 1 -> new Window.AnniversaryYear();
            default -> new Window.RollingDays(pick(1, 7, 90, 365, 500));
        };
    }

    /** One to four versions, which may differ in everything; some have no levels and some sell no plans. */
    ProgramHistory versions() {
        List<Later> later = new ArrayList<>();
        Instant from = START;
        for (int i = random.nextInt(4); i > 0; i--) {
            from = from.plus(Duration.ofMinutes(random.nextInt(1, 400 * 1440)));
            later.add(new Later(from, withEverything()));
        }
        return withEverything().then(later.toArray(Later[]::new));
    }

    private ATiersProgram withEverything() {
        ATiersProgram program = program().matching(pick(1, 90, 300), pick(0, 20, 100), pick(0, 90));
        program = random.nextInt(8) == 0 ? program.counting("miles") : program;
        program = random.nextInt(4) == 0 ? program.with(level("silver", 50), level("platinum", 250)) : program;
        program = random.nextInt(8) == 0 ? program.with(new Level[0]) : program;
        int grace = pick(0, 3, 70);
        return switch (random.nextInt(4)) {
            case 0 -> program;
            case 1 -> program.selling(plan("club", 1, 14, grace, "gold"));
            default ->
                program.selling(plan("club", 1, 0, grace, ""), plan("box", 12, 30, grace, pick("silver", "platinum")));
        };
    }

    Instant enrolledAt() {
        return pick(
                START, Instant.parse("2024-02-29T23:30:00Z"), START.plus(Duration.ofMinutes(random.nextInt(600_000))));
    }

    /** Facts of about four years by their moments. */
    SortedMap<Instant, Fact> facts() {
        SortedMap<Instant, Fact> facts = new TreeMap<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            Instant at = moment();
            facts.put(at, fact(at));
        }
        return facts;
    }

    /** Now and then on a midnight, at which reviews are. */
    Instant moment() {
        Duration since = random.nextInt(5) == 0
                ? Duration.ofDays(random.nextInt(1500)).plusHours(random.nextInt(24))
                : Duration.ofSeconds(random.nextInt(1500 * 86_400));
        return START.plus(since);
    }

    private Fact fact(Instant at) {
        return switch (random.nextInt(10)) {
            case 0 -> matched(at, pick("silver", "gold", "platinum", "unknown"));
            case 1 -> membership(at, new MembershipFact.Trial(pick("club", "box", "unknown")));
            case 2, 3 -> membership(at, new MembershipFact.Payment(pick("club", "box", "unknown")));
            case 4 -> membership(at, new MembershipFact.Cancellation(pick("club", "box"), random.nextBoolean()));
            default -> earned(at);
        };
    }

    private static Fact matched(Instant at, String level) {
        return (standing, programs, enrolledAt, changes) ->
                standing.with(programs, enrolledAt, new StatusMatch(level, "", ""), at, changes);
    }

    private static Fact membership(Instant at, MembershipFact fact) {
        return (standing, programs, enrolledAt, changes) -> standing.with(programs, enrolledAt, fact, at, changes);
    }

    private Fact earned(Instant at) {
        long amount = amount();
        boolean refunded = random.nextInt(3) == 0;
        Instant lostAt = at.plus(refundedAfter());
        long lost = random.nextLong(1, amount + 1);
        return (standing, programs, enrolledAt, changes) -> {
            Standing after = standing.earned(programs, enrolledAt, at, amount, changes);
            return refunded ? after.losing(programs, enrolledAt, at, lostAt, lost) : after;
        };
    }

    long amount() {
        return pick(random.nextLong(1, 120), random.nextLong(1, 700));
    }

    Duration refundedAfter() {
        return Duration.ofSeconds(random.nextInt(1, pick(20, 500) * 86_400));
    }

    @SafeVarargs
    final <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }
}
