package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import dev.perennial.domain.program.TiersDocument.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The earned level under a single version, day by day: whatever it asks, it adds up from the list of all that was ever
 * earned and lost. Levels are their ranks.
 */
final class SlowOracle {

    private final ATiersProgram program;
    private final ZoneId zone;
    private final NavigableSet<LocalDate> anniversaries;
    private final List<Dated> earned;

    /** What counts from one moment and, when it is refunded, so much less from another one. */
    record Earned(Instant at, long amount, Instant lostAt, long lost) {}

    /** With the local day on which it was earned. */
    private record Dated(LocalDate day, Earned fact) {}

    /** The level since a moment. */
    record Held(Instant since, int rank) {}

    /** What stands whatever is earned, and until which day if by a grace. */
    private record Guarantee(int rank, LocalDate until) {}

    SlowOracle(ATiersProgram program, Instant enrolledAt, List<Earned> earned) {
        this.program = program;
        this.zone = ZoneId.of(program.zone());
        this.anniversaries = anniversariesOf(LocalDate.ofInstant(enrolledAt, zone));
        this.earned =
                earned.stream().map(fact -> new Dated(dayOf(fact.at()), fact)).toList();
    }

    /** The changes of the level until the day. */
    List<Held> history(LocalDate end) {
        List<Held> history = new ArrayList<>();
        if (earned.isEmpty()) {
            return history;
        }
        LocalDate first =
                earned.stream().map(Dated::day).min(LocalDate::compareTo).orElseThrow();
        Guarantee guarantee = new Guarantee(0, LocalDate.MAX);
        Map<LocalDate, SortedSet<Instant>> moments = momentsByDay();
        int reached = 0;
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            Instant morning = day.atStartOfDay(zone).toInstant();
            guarantee = rolling()
                    ? rollingMorning(guarantee, reached, day, morning)
                    : yearlyMorning(guarantee, reached, day, morning);
            reached = !rolling() && !beginsWindow(day) ? reached : rankOf(sum(windowStart(day), day, morning));
            note(history, morning, Math.max(guarantee.rank(), reached));
            for (Instant moment : moments.getOrDefault(day, new TreeSet<>())) {
                int now = rankOf(sum(windowStart(day), day, moment.plusNanos(1)));
                boolean sticks = program.onRefund() == OnRefund.KEEP_UNTIL_REVIEW || !losesFrom(day, moment);
                reached = sticks ? Math.max(reached, now) : now;
                note(history, moment, Math.max(guarantee.rank(), reached));
            }
        }
        return history;
    }

    /** At the start of a window the level must have been earned in the last one; a grace may end on any day. */
    private Guarantee yearlyMorning(Guarantee before, int reached, LocalDate day, Instant morning) {
        Guarantee guarantee = before;
        if (beginsWindow(day)) {
            int held = Math.max(before.rank(), reached);
            int confirmed = rankOf(sum(windowStart(day.minusDays(1)), day.minusDays(1), morning));
            boolean inGrace = before.until().isBefore(LocalDate.MAX) && reached < before.rank();
            LocalDate until = inGrace ? before.until() : day.plusDays(program.graceDays());
            guarantee = new Guarantee(held, confirmed >= held ? LocalDate.MAX : until);
        }
        if (!guarantee.until().equals(day)) {
            return guarantee;
        }
        LocalDate lastDay = windowStart(day).minusDays(1);
        int floor = rankOf(sum(windowStart(lastDay), lastDay, morning));
        int oneBelow = program.downgrade() == Downgrade.ONE_LEVEL ? guarantee.rank() - 1 : 0;
        return new Guarantee(Math.min(guarantee.rank(), Math.max(floor, oneBelow)), LocalDate.MAX);
    }

    private Guarantee rollingMorning(Guarantee before, int reached, LocalDate day, Instant morning) {
        Guarantee guarantee = before;
        int now = rankOf(sum(windowStart(day), day, morning));
        if (now < reached && before.rank() <= reached) {
            guarantee = new Guarantee(reached, day.plusDays(program.graceDays()));
        }
        while (guarantee.until().equals(day)) {
            boolean further = program.downgrade() == Downgrade.ONE_LEVEL && guarantee.rank() - 1 > now;
            guarantee = further
                    ? new Guarantee(guarantee.rank() - 1, day.plusDays(program.graceDays()))
                    : new Guarantee(0, LocalDate.MAX);
        }
        return guarantee;
    }

    private boolean rolling() {
        return program.window() instanceof Window.RollingDays;
    }

    private boolean beginsWindow(LocalDate day) {
        return windowStart(day).equals(day);
    }

    private LocalDate windowStart(LocalDate day) {
        return switch (program.window()) {
            case Window.CalendarYear calendar -> day.withDayOfYear(1);
            case Window.RollingDays(int days) -> day.minusDays(days - 1L);
            case Window.AnniversaryYear anniversary -> anniversaries.floor(day);
        };
    }

    private static NavigableSet<LocalDate> anniversariesOf(LocalDate enrolled) {
        NavigableSet<LocalDate> all = new TreeSet<>();
        boolean leapling = enrolled.getMonthValue() == 2 && enrolled.getDayOfMonth() == 29;
        for (int year = 2015; year < 2040; year++) {
            boolean short28 = leapling && !Year.isLeap(year);
            all.add(LocalDate.of(year, enrolled.getMonth(), short28 ? 28 : enrolled.getDayOfMonth()));
        }
        return all;
    }

    /** All that was earned on the days and not lost before the moment. */
    private long sum(LocalDate from, LocalDate to, Instant before) {
        long sum = 0;
        for (Dated dated : earned) {
            Earned fact = dated.fact();
            LocalDate day = dated.day();
            if (fact.at().isBefore(before) && !day.isBefore(from) && !day.isAfter(to)) {
                sum += fact.amount() - (fact.lostAt().isBefore(before) ? fact.lost() : 0);
            }
        }
        return sum;
    }

    private boolean losesFrom(LocalDate day, Instant moment) {
        return earned.stream()
                .anyMatch(dated ->
                        dated.fact().lostAt().equals(moment) && !dated.day().isBefore(windowStart(day)));
    }

    private Map<LocalDate, SortedSet<Instant>> momentsByDay() {
        return earned.stream()
                .flatMap(dated -> Stream.of(dated.fact().at(), dated.fact().lostAt()))
                .collect(Collectors.groupingBy(this::dayOf, Collectors.toCollection(TreeSet::new)));
    }

    private int rankOf(long sum) {
        int rank = 0;
        for (Level level : program.levels()) {
            rank += level.threshold() <= sum ? 1 : 0;
        }
        return rank;
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static void note(List<Held> history, Instant at, int rank) {
        int last = history.isEmpty() ? 0 : history.getLast().rank();
        if (rank != last) {
            history.add(new Held(at, rank));
        }
    }
}
