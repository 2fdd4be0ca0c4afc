package dev.perennial.bootstrap.command.csv;

import com.google.protobuf.Timestamp;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A row of a file: what it says in each column, and what is wrong with that. Of each column the first fault counts. */
public final class Row {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,19}");
    private static final Pattern DIFFERENCE = Pattern.compile("[+-]?[0-9]{1,18}");

    private final Path file;
    private final long line;
    private final List<String> header;
    private final List<String> fields;
    private final List<Fault> faults = new ArrayList<>();

    Row(Path file, long line, List<String> header, List<String> fields) {
        this.file = file;
        this.line = line;
        this.header = header;
        this.fields = fields;
        if (fields.size() != header.size()) {
            wrong("", "has " + fields.size() + " fields instead of " + header.size());
        }
        for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
            if (fields.get(i).indexOf('\uFFFD') >= 0) {
                wrong(header.get(i), "is not UTF-8");
            }
        }
    }

    /** The line on which it begins, from 1. */
    public long line() {
        return line;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public void wrong(String column, String reason) {
        faults.add(fault(column, reason));
    }

    public Fault fault(String column, String reason) {
        return new Fault(file, line, column, reason);
    }

    /** Empty when there is nothing, or no such column. */
    public String text(String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= fields.size() ? "" : fields.get(index);
    }

    /** Texts with semicolons between them. */
    public List<String> texts(String column) {
        return Pattern.compile(";")
                .splitAsStream(text(column))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A whole number from 1; 0 when it is none. */
    public long amount(String column) {
        String text = text(column);
        try {
            if (WHOLE.matcher(text).matches() && Long.parseLong(text) >= 1) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            // told below
        }
        wrong(
                column,
                "is not a whole number from 1 to " + Long.MAX_VALUE + ", in the unit's smallest step: " + shown(text));
        return 0;
    }

    /** A whole number other than 0, negative for less; 0 when it is none. */
    public long difference(String column) {
        String text = text(column);
        long difference = DIFFERENCE.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (difference == 0) {
            wrong(
                    column,
                    "is not a whole number of the unit's smallest steps, negative when they are taken: " + shown(text));
        }
        return difference;
    }

    /** Empty when there is nothing. */
    public Optional<Boolean> yesOrNo(String column) {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "yes", "true", "1" -> Optional.of(true);
            case "no", "false", "0" -> Optional.of(false);
            default -> {
                wrong(column, "is neither yes nor no: " + shown(text(column)));
                yield Optional.empty();
            }
        };
    }

    /**
     * A day, which means its beginning, or a moment.
     *
     * @param zone for what has no offset
     * @return empty when there is nothing
     */
    public Optional<Timestamp> moment(String column, ZoneId zone) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant moment = parsed(text.replaceFirst(" ", "T"), zone);
            return Optional.of(Timestamp.newBuilder()
                    .setSeconds(moment.getEpochSecond())
                    .setNanos(moment.getNano())
                    .build());
        } catch (DateTimeException e) {
            wrong(column, "is no day such as 2026-01-31 and no moment such as 2026-01-31T12:00: " + shown(text));
            return Optional.empty();
        }
    }

    private static Instant parsed(String text, ZoneId zone) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        return text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T')
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    public static String shown(String value) {
        String cut = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return '"' + cut.replaceAll("\\p{Cc}", "?") + '"';
    }
}
