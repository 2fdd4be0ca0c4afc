package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.GUEST_ACTIVITY;
import static org.jooq.impl.DSL.row;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.GuestOrders.Told;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.loyalty.guest.GuestFact;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Json;
import dev.perennial.persistence.shared.ReplyRow;
import dev.perennial.persistence.shared.RequestKeys;
import dev.perennial.persistence.shared.RequestKeys.Pointer;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;

/** Facts of guests as rows, to which their request keys point until somebody claims them. */
final class GuestFactRows {

    private final Session session;
    private final RequestKeys keys;

    GuestFactRows(Session session, RequestKeys keys) {
        this.session = session;
        this.keys = keys;
    }

    void add(TenantId tenant, GuestFact fact, RequestKey key, Payload reply, Instant now) {
        Activity activity = fact.activity();
        session.dsl()
                .insertInto(GUEST_ACTIVITY)
                .set(GUEST_ACTIVITY.TENANT_ID, tenant.value())
                .set(GUEST_ACTIVITY.ORDER_ID, Text.bytes(fact.orderId()))
                .set(GUEST_ACTIVITY.SOURCE, Text.bytes(activity.key().source()))
                .set(GUEST_ACTIVITY.EXTERNAL_ID, Text.bytes(activity.key().externalId()))
                .set(GUEST_ACTIVITY.OCCURRED_AT, activity.occurredAt())
                .set(GUEST_ACTIVITY.HISTORICAL, activity.historical())
                .set(GUEST_ACTIVITY.PAYLOAD, ActivityJson.write(activity))
                .set(GUEST_ACTIVITY.RECORDED_AT, now)
                .set(GUEST_ACTIVITY.REPLY, reply.bytes())
                .execute();
        long number = session.dsl()
                .select(GUEST_ACTIVITY.GUEST_NO)
                .from(GUEST_ACTIVITY)
                .where(GUEST_ACTIVITY.TENANT_ID.eq(tenant.value()))
                .and(GUEST_ACTIVITY.SOURCE.eq(Text.bytes(activity.key().source())))
                .and(GUEST_ACTIVITY.EXTERNAL_ID.eq(Text.bytes(activity.key().externalId())))
                .fetchSingle()
                .value1();
        keys.point(tenant, List.of(new Pointer(key, ReplyRow.GUEST, 0, number)));
    }

    List<Told> of(TenantId tenant, Collection<String> orders) {
        return session.dsl()
                .selectFrom(GUEST_ACTIVITY)
                .where(ofOrders(tenant, orders))
                .fetch(found -> new Told(new GuestFact(activity(found)), new Payload(found.getReply())));
    }

    private static Activity activity(Record found) {
        return ActivityJson.read(
                new ActivityKey(
                        Text.of(found.get(GUEST_ACTIVITY.SOURCE)), Text.of(found.get(GUEST_ACTIVITY.EXTERNAL_ID))),
                found.get(GUEST_ACTIVITY.OCCURRED_AT),
                found.get(GUEST_ACTIVITY.HISTORICAL),
                Json.parse(found.get(GUEST_ACTIVITY.PAYLOAD)));
    }

    /** Their rows go, and their keys are about to point to those of a member. */
    void take(TenantId tenant, Collection<GuestFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<ActivityKey> taken =
                facts.stream().map(fact -> fact.activity().key()).toList();
        keys.reopen(tenant, taken.stream().map(RequestKey::activity).collect(Collectors.toSet()));
        session.dsl()
                .deleteFrom(GUEST_ACTIVITY)
                .where(GUEST_ACTIVITY.TENANT_ID.eq(tenant.value()))
                .and(row(GUEST_ACTIVITY.SOURCE, GUEST_ACTIVITY.EXTERNAL_ID)
                        .in(taken.stream()
                                .map(key -> row(Text.bytes(key.source()), Text.bytes(key.externalId())))
                                .toList()))
                .execute();
    }

    /** All but the replies, which whoever repeats a request is still sent. */
    void forget(TenantId tenant, Collection<String> orders) {
        session.dsl()
                .update(GUEST_ACTIVITY)
                .setNull(GUEST_ACTIVITY.ORDER_ID)
                .setNull(GUEST_ACTIVITY.SOURCE)
                .setNull(GUEST_ACTIVITY.EXTERNAL_ID)
                .setNull(GUEST_ACTIVITY.OCCURRED_AT)
                .setNull(GUEST_ACTIVITY.HISTORICAL)
                .setNull(GUEST_ACTIVITY.PAYLOAD)
                .where(ofOrders(tenant, orders))
                .execute();
    }

    private static Condition ofOrders(TenantId tenant, Collection<String> orders) {
        return GUEST_ACTIVITY
                .TENANT_ID
                .eq(tenant.value())
                .and(GUEST_ACTIVITY.ORDER_ID.in(orders.stream().map(Text::bytes).toList()));
    }
}
