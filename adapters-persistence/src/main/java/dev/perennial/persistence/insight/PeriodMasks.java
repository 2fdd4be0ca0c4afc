package dev.perennial.persistence.insight;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;
import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import dev.perennial.domain.shared.TenantId;
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

    /** A BIGINT's bits without its sign. */
    private static final int BITS = 63;

    private PeriodMasks() {}

    static List<MemberPeriods> of(Session session, TenantId tenant, List<Instant> boundaries) {
        // Period 0 is before the first boundary; what is after the last one falls out of every mask.
        int periods = boundaries.size();
        List<Field<Long>> masks = new ArrayList<>();
        Field<Integer> period = period(boundaries);
        for (int first = 0; first < periods; first += BITS) {
            masks.add(mask(period, first, Math.min(first + BITS, periods)).as(maskName(first)));
        }
        Table<?> byMember = session.dsl()
                .select(masks)
                .from(ACTIVITY.forceIndex("activity_occurred"))
                .where(ACTIVITY.TENANT_ID.eq(tenant.value()))
                .groupBy(ACTIVITY.MEMBER_NO)
                .asTable("by_member");
        List<Field<Long>> names = IntStream.range(0, masks.size())
                .mapToObj(i -> field(name(maskName(i * BITS)), Long.class))
                .toList();
        List<Field<?>> columns = new ArrayList<>(names);
        columns.add(count());
        return session.dsl().select(columns).from(byMember).groupBy(names).fetch(row -> periods(row, names));
    }

    /** {@code interval(n, b1, b2, …)}: how many of the ascending boundaries are at or before n. Both engines have it. */
    private static Field<Integer> period(List<Instant> boundaries) {
        List<Field<?>> arguments = new ArrayList<>();
        arguments.add(ACTIVITY.OCCURRED_AT);
        boundaries.forEach(boundary -> arguments.add(inline(boundary, ACTIVITY.OCCURRED_AT)));
        return DSL.function("interval", SQLDataType.INTEGER, arguments.toArray(Field<?>[]::new));
    }

    private static Field<Long> mask(Field<Integer> period, int first, int end) {
        Field<Long> bit = field("1 << ({0} - {1})", Long.class, period, inline(first));
        return bitOrAgg(when(ACTIVITY.COUNTS.eq(inline(true)).and(period.between(inline(first), inline(end - 1))), bit)
                .otherwise(inline(0L)));
    }

    private static String maskName(int first) {
        return "mask_" + first;
    }

    private static MemberPeriods periods(Record row, List<Field<Long>> masks) {
        long[] words = masks.stream().mapToLong(row::get).toArray();
        BitSet periods = new BitSet();
        for (int word = 0; word < words.length; word++) {
            for (long left = words[word]; left != 0; left &= left - 1) {
                periods.set(word * BITS + Long.numberOfTrailingZeros(left));
            }
        }
        return new MemberPeriods(periods, row.get(masks.size(), Long.class));
    }
}
