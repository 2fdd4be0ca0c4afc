package dev.perennial.persistence.insight;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;
import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Reports;
import dev.perennial.persistence.shared.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * For each member the periods with a purchase, as bits.
 *
 * <p>RATIONALE: grouped by member and period, two million purchases fill a temporary table of their own. One number of
 * bits a member is gathered while the index {@code activity_occurred}, which has all that is needed in the order of the
 * members, is read once from end to end; members with the same bits are then counted together.
 */
final class PeriodMasks {

    /** With one bit for what is before them and one for what is after, they fill a BIGINT but its sign. */
    private static final int PERIODS = 61;

    private PeriodMasks() {}

    static List<MemberPeriods> of(Session session, TenantId tenant, List<Instant> boundaries) {
        int last = boundaries.size() - 1;
        List<Field<Long>> masks = new ArrayList<>();
        for (int first = 0; first < last; first += PERIODS) {
            int end = Math.min(first + PERIODS, last);
            masks.add(mask(boundaries.subList(first, end + 1)).as(maskName(masks.size())));
        }
        Table<?> byMember = session.dsl()
                .select(masks)
                .from(ACTIVITY.forceIndex("activity_occurred"))
                .where(ACTIVITY.TENANT_ID.eq(tenant.value()))
                .groupBy(ACTIVITY.MEMBER_NO)
                .asTable("by_member");
        List<Field<Long>> names = IntStream.range(0, masks.size())
                .mapToObj(i -> field(name(maskName(i)), Long.class))
                .toList();
        List<Field<?>> columns = new ArrayList<>(names);
        columns.add(count());
        return session.dsl()
                .select(columns)
                .from(byMember)
                .groupBy(names)
                .queryTimeout(Reports.STATEMENT_SECONDS_MAX)
                .fetch(row -> periods(row, last));
    }

    /**
     * A bit for each period between the boundaries; bit 0 is before the first, the highest after the last.
     *
     * <p>{@code interval(n, b1, b2, …)} is how many of the ascending boundaries are at or before n; both engines have
     * it. A fact that does not count as a purchase is a 0 that is shifted.
     */
    private static Field<Long> mask(List<Instant> boundaries) {
        List<Field<?>> arguments = new ArrayList<>();
        arguments.add(ACTIVITY.OCCURRED_AT);
        boundaries.forEach(boundary -> arguments.add(inline(boundary, ACTIVITY.OCCURRED_AT)));
        Field<Integer> period = DSL.function("interval", SQLDataType.INTEGER, arguments.toArray(Field<?>[]::new));
        return bitOrAgg(field("{0} << {1}", Long.class, ACTIVITY.COUNTS, period));
    }

    private static String maskName(int index) {
        return "mask_" + index;
    }

    private static MemberPeriods periods(Record row, int count) {
        BitSet periods = new BitSet();
        int masks = row.size() - 1;
        for (int mask = 0; mask < masks; mask++) {
            long bits = row.get(mask, Long.class);
            int end = Math.min(PERIODS, count - mask * PERIODS);
            for (int bit = mask == 0 ? 0 : 1; bit <= end; bit++) {
                if ((bits >>> bit & 1) == 1) {
                    periods.set(mask * PERIODS + bit);
                }
            }
        }
        return new MemberPeriods(periods, row.get(masks, Long.class));
    }
}
