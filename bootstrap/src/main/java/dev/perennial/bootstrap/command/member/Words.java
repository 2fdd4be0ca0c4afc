package dev.perennial.bootstrap.command.member;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Amounts and moments in the words of a program: its decimals, its names, its time zone. */
public final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Map<String, Unit> units;
    private final ZoneId zone;
    private final String currency;

    public Words(Program program) {
        this.units = program.getUnitsList().stream().collect(Collectors.toMap(Unit::getId, Function.identity()));
        this.zone = zone(program.getTimeZone());
        this.currency = program.getCurrency();
    }

    /** Such as {@code beans 12}: with the name in front, that reads as well for one of them. */
    public String units(long amount, String unit) {
        return name(unit) + " " + number(amount, unit);
    }

    /** Such as {@code beans +12}, or {@code beans −12} with a negative sign. */
    String moved(int sign, long amount, String unit) {
        return name(unit) + " " + (sign > 0 ? "+" : sign < 0 ? "−" : "") + number(amount, unit);
    }

    /** The amount alone, with the unit's decimals. */
    public String number(long amount, String unit) {
        return decimal(amount, unit(unit).getScale());
    }

    private String name(String unit) {
        String name = unit(unit).getName();
        return name.isEmpty() ? unit : name;
    }

    private Unit unit(String id) {
        return units.getOrDefault(id, Unit.getDefaultInstance());
    }

    /** Such as {@code 12.50 EUR}; in the smallest unit when the currency is not known. */
    static String money(long minor, String currency) {
        int decimals = Currency.availableCurrencies()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .mapToInt(Currency::getDefaultFractionDigits)
                .findFirst()
                .orElse(0);
        return (decimal(minor, Math.max(decimals, 0)) + " " + currency).strip();
    }

    /** The program's currency, empty without a program. */
    public String currency() {
        return currency;
    }

    public String moment(Timestamp moment) {
        return MOMENT.format(Instant.ofEpochSecond(moment.getSeconds()).atZone(zone));
    }

    public String zone() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    static String date(Date date) {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", date.getYear(), date.getMonth(), date.getDay());
    }

    private static String decimal(long amount, int scale) {
        return String.format(Locale.ROOT, "%,." + scale + "f", BigDecimal.valueOf(amount, scale));
    }

    private static ZoneId zone(String id) {
        try {
            return id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            // A zone that a newer server knows and this JDK does not is no reason to show nothing.
            return ZoneOffset.UTC;
        }
    }
}
