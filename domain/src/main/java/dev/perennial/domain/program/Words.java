package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the parts of a document have in common, in words. */
final class Words {

    private Words() {}

    static String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    /** {@code 1 day}, {@code 14 days}. */
    static String count(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    /** {@code 14 days}; empty for none. */
    static String days(int days) {
        return days == 0 ? "" : count(days, "day");
    }

    /** Small letters, as words are; of an enum or a list of its values, in the order of their declaration. */
    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The type as authors write it, without its prefix. */
    static String type(ActivityType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    static String types(Collection<ActivityType> types) {
        return types.stream().sorted().map(Words::type).collect(Collectors.joining(", "));
    }

    static String sorted(Collection<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining(", "));
    }

    static String named(List<Named> elements) {
        return elements.stream()
                .map(each -> each.name().isEmpty() ? each.id() : each.id() + " (" + each.name() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Those that say something, after each other. */
    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** {@code 50 points (after 90 days)}. */
    static String granted(long units, String unit, Expiry expiry) {
        String runsOut = expiry(expiry);
        return units + " " + unit + (runsOut.isEmpty() ? "" : " (" + runsOut + ")");
    }

    /** {@code after 30 days}; empty for never. */
    static String expiry(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Never never -> "";
            case Expiry.AfterDays(int days) -> "after " + count(days, "day");
            case Expiry.AfterMonths(int months) -> "after " + count(months, "month");
            case Expiry.EndOfMonth(int months) -> "at the end of the month, " + count(months, "month") + " later";
            case Expiry.EndOfYear(int years) -> "at the end of the year, " + count(years, "year") + " later";
        };
    }
}
