package dev.perennial.bootstrap.command.program;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.ActivityType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one value that is not a message, or notes why it is none of its field's type. */
final class ScalarReader {

    /** No rule can be for refunds, which take back what their order earned: it would be a bad hint. */
    private static final EnumValueDescriptor EARNS_NOTHING = ActivityType.ACTIVITY_TYPE_REFUND.getValueDescriptor();

    private static final Pattern SECONDS = Pattern.compile("(-?[0-9]{1,12}(?:\\.[0-9]{1,9})?)s");

    private final JsonParser parser;
    private final BiConsumer<String, String> problem;

    /**
     * Reads with a parser that stands on the value.
     *
     * @param problem takes the path and the description of what is wrong
     */
    ScalarReader(JsonParser parser, BiConsumer<String, String> problem) {
        this.parser = parser;
        this.problem = problem;
    }

    /** Whether it is one value in JSON although it is a message: a moment or a length of time. */
    static boolean isOneValue(FieldDescriptor field) {
        return is(field, Timestamp.getDescriptor()) || is(field, Duration.getDescriptor());
    }

    private static boolean is(FieldDescriptor field, Descriptor message) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getFullName().equals(message.getFullName());
    }

    @Nullable
    Object read(FieldDescriptor field, String path) {
        return switch (field.getJavaType()) {
            case STRING -> parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : wrong(path, "a text");
            case BOOLEAN -> bool(path);
            case INT -> {
                Long value = whole(path, Integer.MIN_VALUE, Integer.MAX_VALUE);
                yield value == null ? null : value.intValue();
            }
            case LONG -> whole(path, Long.MIN_VALUE, Long.MAX_VALUE);
            case ENUM -> enumValue(field.getEnumType(), path);
            case MESSAGE -> is(field, Duration.getDescriptor()) ? duration(path) : timestamp(path);
            case FLOAT, DOUBLE, BYTE_STRING ->
                throw new IllegalStateException("programs have no " + field.getType() + " yet: " + field.getFullName());
        };
    }

    private @Nullable Object bool(String path) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> wrong(path, "true or false");
        };
    }

    /** A number, or a text with one: protobuf writes 64-bit numbers as texts. */
    private @Nullable Long whole(String path, long least, long most) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING) {
            try {
                BigInteger value = new BigInteger(parser.getString());
                if (value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0) {
                    return value.longValue();
                }
            } catch (NumberFormatException e) {
                // A text that is no number: told below like everything else that is none.
            }
        }
        wrong(path, "a whole number from " + least + " to " + most);
        return null;
    }

    private @Nullable Object enumValue(EnumDescriptor type, String path) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            EnumValueDescriptor value = type.findValueByName(parser.getString());
            if (value != null) {
                return value;
            }
        }
        String known = type.getValues().stream()
                .filter(value -> value.getNumber() != 0 && !value.equals(EARNS_NOTHING))
                .map(value -> "\"" + value.getName() + "\"")
                .collect(Collectors.joining(", "));
        return wrong(path, "one of " + known);
    }

    private @Nullable Object timestamp(String path) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                Instant instant = OffsetDateTime.parse(parser.getString()).toInstant();
                return Timestamp.newBuilder()
                        .setSeconds(instant.getEpochSecond())
                        .setNanos(instant.getNano())
                        .build();
            } catch (DateTimeException e) {
                // Told below.
            }
        }
        return wrong(path, "a time with its offset, such as \"2026-03-01T00:00:00+01:00\"");
    }

    /** As protobuf writes it: seconds with at most nine decimals. */
    private @Nullable Object duration(String path) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            Matcher seconds = SECONDS.matcher(parser.getString());
            if (seconds.matches()) {
                BigDecimal value = new BigDecimal(seconds.group(1));
                BigDecimal[] parts = value.divideAndRemainder(BigDecimal.ONE);
                return Duration.newBuilder()
                        .setSeconds(parts[0].longValueExact())
                        .setNanos(parts[1].movePointRight(9).intValueExact())
                        .build();
            }
        }
        return wrong(path, "a number of seconds, such as \"5400s\"");
    }

    private @Nullable Object wrong(String path, String expected) {
        String found = parser.currentToken() == JsonToken.VALUE_STRING ? ", not \"" + parser.getString() + "\"" : "";
        problem.accept(path, "must be " + expected + found);
        return null;
    }
}
