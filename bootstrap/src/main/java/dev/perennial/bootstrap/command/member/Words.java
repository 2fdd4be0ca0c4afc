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

    public Words(Program program) {
        this.units = program.getUnitsList().stream().collect(Collectors.toMap(Unit::getId, Function.identity()));
        this.zone = zone(program.getTimeZone());
    }

    /** Such as {@code 12.50 points}. */
    public String units(long amount, String unit) {
        Unit known = units.getOrDefault(unit, Unit.getDefaultInstance());
        String name = known.getName().isEmpty() ? unit : known.getName();
        return decimal(amount, known.getScale()) + " " + name;
    }

    /** Such as {@code 12.50 EUR}. */
    public static String money(long minor, String currency) {
        return decimal(minor, Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0)) + " " + currency;
    }

    public String moment(Timestamp moment) {
        return MOMENT.format(Instant.ofEpochSecond(moment.getSeconds()).atZone(zone));
    }

    public String zone() {
        return zone.getId();
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
