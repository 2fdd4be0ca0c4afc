package dev.perennial.persistence.shared;

import static org.jooq.impl.DSL.field;

import java.time.Instant;
import org.jooq.Field;

/** The database's own real time, about which instances agree whose clocks differ. */
public final class RealTime {

    private RealTime() {}

    /** Now, as a value of the column's kind. */
    public static Field<Instant> nowAs(Field<Instant> column) {
        return field("timestampdiff(microsecond, '1970-01-01', utc_timestamp(6))", column.getDataType());
    }
}
