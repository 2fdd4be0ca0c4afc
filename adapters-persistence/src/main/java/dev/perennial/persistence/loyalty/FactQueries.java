package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Looks into the past of one member. */
final class FactQueries {

    private static final String REFUND = ActivityType.REFUND.name();

    private final Session session;
    private final Condition ofMember;

    FactQueries(Session session, TenantId tenant, int member) {
        this.session = session;
        this.ofMember = ACTIVITY.TENANT_ID.eq(tenant.value()).and(ACTIVITY.MEMBER_NO.eq(member));
    }

    /** When the order's purchase occurred; empty when it is not known. */
    Optional<Instant> purchasedAt(String orderId) {
        return session.dsl()
                .select(ACTIVITY.OCCURRED_AT)
                .from(ACTIVITY)
                .where(ofMember)
                .and(ACTIVITY.ORDER_ID.eq(Text.bytes(orderId)))
                .and(ACTIVITY.ORDER_PART.eq(0L))
                .fetchOptional(ACTIVITY.OCCURRED_AT);
    }

    /** Every fact from the moment on; refunds are not among them. */
    List<RecordedFact> since(Instant moment) {
        return session.dsl()
                .select(FactRows.COLUMNS)
                .from(ACTIVITY)
                .where(ofMember)
                .and(ACTIVITY.OCCURRED_AT.ge(moment))
                .and(ACTIVITY.TYPE.ne(REFUND))
                .orderBy(ACTIVITY.ACTIVITY_NO)
                .fetch(FactRows::fact);
    }

    /** Everything that was told about the orders besides their purchases. */
    List<Activity> about(Collection<String> orderIds) {
        if (orderIds.isEmpty()) {
            return List.of();
        }
        return session.dsl()
                .select(FactRows.COLUMNS)
                .from(ACTIVITY)
                .where(ofMember)
                .and(ACTIVITY.ORDER_ID.in(orderIds.stream().map(Text::bytes).toList()))
                .and(ACTIVITY.ORDER_PART.ne(0L))
                .orderBy(ACTIVITY.ACTIVITY_NO)
                .fetch(row -> FactRows.fact(row).activity());
    }
}
