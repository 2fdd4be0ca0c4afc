package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.standing.Change.LevelChanged;
import dev.perennial.domain.loyalty.standing.Change.MembershipChanged;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What happens to a member, told in order; moments are local ones of Berlin, such as {@code 2026-05-01T10:00}. */
final class Life {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String DAY = "\\d\\d-\\d\\d(?:-\\d\\d)?";
    private static final Pattern WORD =
            Pattern.compile("(?<what>\\.\\.|[-a-z0-9]+@)((?<earlier>%1$s)/)?(?<day>%1$s)(?= |$)".formatted(DAY));

    private final ProgramHistory programs;
    private final Instant enrolledAt;
    private final List<Change> changes = new ArrayList<>();
    private Standing standing = Standing.NEW;
    private Instant now = Instant.EPOCH;

    private Life(ProgramHistory programs, Instant enrolledAt) {
        this.programs = programs;
        this.enrolledAt = enrolledAt;
    }

    static Life under(ProgramHistory programs) {
        return new Life(programs, berlin("2025-03-10T12:00"));
    }

    static Life under(ATiersProgram program) {
        return under(program.alone());
    }

    static Life under(ATiersProgram program, String enrolledAt) {
        return new Life(program.alone(), berlin(enrolledAt));
    }

    static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    Life earns(long amount, String at) {
        now = berlin(at);
        standing = standing.earned(programs, enrolledAt, now, amount, changes::add);
        return this;
    }

    Life refunds(long amount, String earnedAt, String lostAt) {
        standing = standing.losing(programs, enrolledAt, berlin(earnedAt), berlin(lostAt), amount);
        return this;
    }

    Life matches(String level, String at) {
        StatusMatch fact = new StatusMatch(level, "an airline", "a card");
        standing = standing.with(programs, enrolledAt, fact, berlin(at), changes::add);
        return this;
    }

    Life pays(String plan, String at) {
        return does(new MembershipFact.Payment(plan), at);
    }

    Life tries(String plan, String at) {
        return does(new MembershipFact.Trial(plan), at);
    }

    Life cancels(String plan, boolean atOnce, String at) {
        return does(new MembershipFact.Cancellation(plan, atOnce), at);
    }

    Life does(MembershipFact fact, String at) {
        standing = standing.with(programs, enrolledAt, fact, berlin(at), changes::add);
        return this;
    }

    Life until(String to) {
        now = berlin(to);
        standing = standing.advanced(programs, enrolledAt, now, changes::add);
        return this;
    }

    /**
     * Lives by a line, all of it at noon and on the first of the month unless it says a day: {@code 300@26-05} earns,
     * {@code -50@26-05/26-06-30} is a refund in June of what was earned in May, {@code gold@26-07} is a match,
     * {@code ..27-01-15} lets time pass.
     */
    Life lives(String line) {
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            String what = words.group("what").replace("@", "");
            String earlier = words.group("earlier");
            String at = noon(words.group("day"));
            if (what.equals("..")) {
                until(at);
            } else if (earlier != null) {
                refunds(-Long.parseLong(what), noon(earlier), at);
            } else if (Character.isDigit(what.charAt(0))) {
                earns(Long.parseLong(what), at);
            } else {
                matches(what, at);
            }
        }
        return this;
    }

    private static String noon(String day) {
        return "20" + day + (day.length() == 5 ? "-01" : "") + "T12:00";
    }

    /** The changes of the level, written like a life: {@code 26-05 gold, 27-01-15 none}. */
    String levels() {
        return changes.stream()
                .filter(LevelChanged.class::isInstance)
                .map(LevelChanged.class::cast)
                .map(change -> day(change.at()) + " " + named(change.to()))
                .collect(Collectors.joining(", "));
    }

    static String day(Instant moment) {
        String day = local(moment).substring(2, 10);
        return day.endsWith("-01") ? day.substring(0, 5) : day;
    }

    Standing standing() {
        return standing;
    }

    ProgramHistory programs() {
        return programs;
    }

    /** As of the last moment that was told. */
    Outlook outlook() {
        return standing.outlook(programs, enrolledAt, now);
    }

    String nextDueAt() {
        return standing.nextDueAt(programs, enrolledAt).map(Life::local).orElse("never");
    }

    /** What was told since the last question. */
    List<String> told() {
        List<String> told = changes.stream().map(Life::told).toList();
        changes.clear();
        return told;
    }

    static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, BERLIN).toString();
    }

    private static String told(Change change) {
        String what = switch (change) {
            case LevelChanged level -> named(level.from()) + " → " + named(level.to()) + " " + level.reason();
            case MembershipChanged moved ->
                moved.plan() + " " + moved.from() + " → " + moved.to() + " " + moved.cause();
        };
        return local(change.at()) + " " + what;
    }

    private static String named(String level) {
        return level.isEmpty() ? "none" : level;
    }
}
