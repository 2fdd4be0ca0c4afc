package dev.perennial.bootstrap.command.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/** Understands the fields of a row, or says what is wrong with the first that it does not. */
final class RowParser {

    private static final Pattern ID = Pattern.compile("[ -~]{1,128}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,16}(\\.[0-9]{1,18})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");
    private static final long QUANTITY_MAX = 1_000_000_000L;
    private static final long AMOUNT_MAX = 1_000_000_000_000_000L;

    /** {@code 2010-12-01T08:26}, with or without seconds, with or without an offset. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]")
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;

    /**
     * Parses with a zone for the moments that have none. A local time that daylight saving skips is read an hour later,
     * one that comes twice the first time.
     */
    RowParser(ZoneId zone) {
        this.zone = zone;
    }

    /** A row that is not as it must be; the message says why, for a person who looks at the file. */
    static final class BadRow extends Exception {

        private static final long serialVersionUID = 1L;

        BadRow(String message) {
            super(message);
        }
    }

    OrderRow parse(CsvRow row) throws BadRow {
        if (row.broken() != null) {
            throw new BadRow(row.broken());
        }
        List<String> fields = row.fields();
        for (int index = 0; index < fields.size(); index++) {
            if (fields.get(index).indexOf('\uFFFD') >= 0) {
                throw new BadRow(CsvRow.HEADER.get(index) + " is not UTF-8");
            }
        }
        id("member_id", fields.get(0));
        id("order_id", fields.get(1));
        Instant occurredAt = moment(fields.get(2));
        Currency currency = currency(fields.get(3));
        return new OrderRow(
                row.line(),
                occurredAt,
                currency.getCurrencyCode(),
                amount(fields.get(4), currency),
                text("sku", fields.get(5), 128),
                text("name", fields.get(6), 256),
                quantity(fields.get(7)));
    }

    private static void id(String field, String value) throws BadRow {
        if (!ID.matcher(value).matches()) {
            throw new BadRow(field + " " + quoted(value) + " must have 1 to 128 printable ASCII characters");
        }
    }

    private Instant moment(String value) throws BadRow {
        try {
            TemporalAccessor moment =
                    MOMENT.parseBest(value.replaceFirst(" ", "T"), OffsetDateTime::from, LocalDateTime::from);
            return moment instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : LocalDateTime.from(moment).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new BadRow("occurred_at " + quoted(value) + " is no time such as 2010-12-01T08:26:00");
        }
    }

    private static Currency currency(String value) throws BadRow {
        try {
            return Currency.getInstance(value);
        } catch (IllegalArgumentException e) {
            throw new BadRow("currency " + quoted(value) + " is no ISO 4217 code such as EUR");
        }
    }

    private static long amount(String value, Currency currency) throws BadRow {
        if (!DECIMAL.matcher(value).matches()) {
            throw new BadRow("amount " + quoted(value) + " is no decimal number such as 12.50, from 0");
        }
        BigDecimal amount = new BigDecimal(value);
        int decimals = Math.max(currency.getDefaultFractionDigits(), 0);
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw new BadRow("amount " + quoted(value) + " has more decimals than the " + decimals + " of " + currency);
        }
        BigDecimal minor = amount.movePointRight(decimals);
        if (minor.compareTo(BigDecimal.valueOf(AMOUNT_MAX)) > 0) {
            throw new BadRow("amount " + quoted(value) + " is too large");
        }
        return minor.longValueExact();
    }

    private static long quantity(String value) throws BadRow {
        if (WHOLE.matcher(value).matches()) {
            long quantity = Long.parseLong(value);
            if (quantity >= 1 && quantity <= QUANTITY_MAX) {
                return quantity;
            }
        }
        throw new BadRow("quantity " + quoted(value) + " is no whole number from 1 to " + QUANTITY_MAX);
    }

    private static String text(String field, String value, int most) throws BadRow {
        if (value.codePointCount(0, value.length()) > most) {
            throw new BadRow(field + " has more than " + most + " characters");
        }
        if (CONTROL.matcher(value).find()) {
            throw new BadRow(field + " " + quoted(value) + " has control characters");
        }
        return value;
    }

    private static String quoted(String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return '"' + CONTROL.matcher(shown).replaceAll("?") + '"';
    }
}
