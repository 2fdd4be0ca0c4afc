package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.activity.Celebration;
import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.loyalty.pool.PoolHolder;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.CelebrationsDocument.LeapDay;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Birthdays and anniversaries: facts that the platform tells itself when their time comes. */
final class Celebrations {

    /** The source of the platform's own facts; no caller may use it. */
    static final String SOURCE = "perennial";

    private final ProgramHistory programs;

    Celebrations(ProgramHistory programs) {
        this.programs = programs;
    }

    /** A day of the member's own that has begun. */
    record Begun(Instant at, Celebration day) {}

    /** The first one by the moment that has not been told yet. */
    Optional<Begun> next(MemberState state, Instant by) {
        return programs.isEmpty() || PoolHolder.is(state.id())
                ? Optional.empty()
                : Stream.of(birthday(state), anniversary(state))
                        .flatMap(Optional::stream)
                        .filter(begun -> !begun.at().isAfter(by))
                        .min(Comparator.comparing(Begun::at));
    }

    /** Whether the version in force then asks for it; nobody celebrates with a member who is closed. */
    boolean isAsked(MemberState state, Begun begun) {
        return !state.traits().isClosed()
                && programs.at(begun.at()).program().isAbout(begun.day().type());
    }

    /** The moment at which the next one begins that the present version asks for. */
    Optional<Instant> nextDueAt(MemberState state, Instant now) {
        if (programs.isEmpty() || state.traits().isClosed() || PoolHolder.is(state.id())) {
            return Optional.empty();
        }
        Program current = programs.at(now).program();
        return Stream.of(birthday(state), anniversary(state))
                .flatMap(Optional::stream)
                .filter(begun -> current.isAbout(begun.day().type()))
                .map(Begun::at)
                .min(Instant::compareTo);
    }

    /** The fact. It comes after every other of the member, even those that were told ahead of their time. */
    Activity fact(MemberState state, Begun begun) {
        FactPosition last = state.tally().last();
        ActivityKey key = new ActivityKey(
                SOURCE,
                begun.day().type().name().toLowerCase(Locale.ROOT) + ":"
                        + begun.day().year());
        Instant at = last != null && last.compareTo(new FactPosition(begun.at(), key)) > 0
                ? last.occurredAt().plus(1, ChronoUnit.MICROS)
                : begun.at();
        return new Activity(key, at, false, Place.UNKNOWN, Map.of(), begun.day());
    }

    /** The birthday of a new member. */
    Birthday given(Profile profile, Instant now) {
        return Birthday.UNKNOWN.of(profile.birthDate(), now, zone(profile.traits(), now), leapDay(now));
    }

    /** The birthday after the profile changed. A birth date that was given later, or changed, counts after a while. */
    Birthday changed(Birthday known, Profile before, Profile after, Instant now) {
        if (Objects.equals(before.birthDate(), after.birthDate())) {
            return known;
        }
        int days = programs.isEmpty() ? 0 : celebrations(now).birthDateChangeDays();
        Instant from = now.plus(days, ChronoUnit.DAYS);
        return known.of(after.birthDate(), from, zone(after.traits(), now), leapDay(now));
    }

    /** The state after it was told, or passed over. */
    MemberState kept(MemberState state, Begun begun) {
        return switch (begun.day().type()) {
            case BIRTHDAY -> {
                LocalDate day = Objects.requireNonNull(state.birthday().next(), "the day that has begun");
                yield state.kept(state.birthday().kept(day, leapDay(begun.at())), state.anniversaries());
            }
            default -> state.kept(state.birthday(), begun.day().year());
        };
    }

    /** It begins at once if it is that day already where the member has moved. */
    private Optional<Begun> birthday(MemberState state) {
        LocalDate day = state.birthday().next();
        if (day == null) {
            return Optional.empty();
        }
        Instant at = day.atStartOfDay(zone(state.traits(), around(day))).toInstant();
        return Optional.of(new Begun(at, new Celebration(ActivityType.BIRTHDAY, day.getYear())));
    }

    private Optional<Begun> anniversary(MemberState state) {
        LocalDate enrolled = LocalDate.ofInstant(state.enrolledAt(), zone(state.traits(), state.enrolledAt()));
        int years = state.anniversaries() + 1;
        Instant at = anniversary(state.traits(), enrolled, years);
        while (!at.isAfter(state.advancedTo())) {
            years++;
            at = anniversary(state.traits(), enrolled, years);
        }
        return Optional.of(new Begun(at, new Celebration(ActivityType.ANNIVERSARY, years)));
    }

    private Instant anniversary(Traits traits, LocalDate enrolled, int years) {
        Instant around = around(enrolled.plusYears(years));
        return Birthday.start(
                MonthDay.from(enrolled), enrolled.getYear() + years, zone(traits, around), leapDay(around));
    }

    /** A day begins in the zone of the version in force around it: it must not matter from when on somebody looks. */
    private static Instant around(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private ZoneId zone(Traits traits, Instant at) {
        if (!traits.timeZone().isEmpty()) {
            return ZoneId.of(traits.timeZone());
        }
        return programs.isEmpty() ? ZoneOffset.UTC : programs.at(at).program().zone();
    }

    /** The member when its birthday in the year was kept, if it was, by somebody who became a part of it. */
    MemberState keptIn(MemberState state, int year, Instant now) {
        LocalDate next = state.birthday().next();
        Birthday kept = next != null && next.getYear() <= year
                ? state.birthday().kept(next, leapDay(now))
                : new Birthday(
                        next,
                        state.birthday().onLeapDay(),
                        Math.max(state.birthday().lastYear(), year));
        return state.kept(kept, state.anniversaries());
    }

    private LeapDay leapDay(Instant at) {
        return programs.isEmpty() ? LeapDay.FEBRUARY_28 : celebrations(at).leapDay();
    }

    private CelebrationsDocument celebrations(Instant at) {
        return programs.at(at).program().document().engagement().celebrations();
    }
}
