package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.GUEST_ORDER;
import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.TENANT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.GuestContact;
import dev.perennial.application.storage.GuestOrders;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.guest.GuestFact;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.GuestOrderRecord;
import dev.perennial.persistence.shared.RequestKeys;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Orders of guests as rows; what was told of them is {@link GuestFactRows}'. The row to lock is created first. */
public final class JooqGuestOrders implements GuestOrders {

    private static final RowInsert CREATE = RowInsert.into(GUEST_ORDER).orLock(GUEST_ORDER.TENANT_ID);

    private final Session session;
    private final GuestFactRows facts;

    public JooqGuestOrders(Session session, RequestKeys keys) {
        this.session = session;
        this.facts = new GuestFactRows(session, keys);
    }

    @Override
    public Optional<MemberId> claimedBy(TenantId tenant, String orderId) {
        return session.dsl()
                .select(MEMBER.MEMBER_ID)
                .from(GUEST_ORDER)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(GUEST_ORDER.TENANT_ID), MEMBER.MEMBER_NO.eq(GUEST_ORDER.MEMBER_NO))
                .where(is(tenant, orderId))
                .fetchOptional(row -> new MemberId(Text.of(row.value1())));
    }

    @Override
    public GuestOrder lock(TenantId tenant, GuestOrder untold) {
        GuestOrderRecord row = new GuestOrderRecord();
        row.setTenantId(tenant.value());
        row.setOrderId(Text.bytes(untold.id()));
        row.setClaimableUntilAt(untold.claimableUntil());
        row.setFacts(0);
        session.insert(CREATE, List.of(row));
        return session.dsl()
                .selectFrom(GUEST_ORDER)
                .where(is(tenant, untold.id()))
                .forUpdate()
                .fetchSingle(
                        locked -> order(locked, claimedBy(tenant, untold.id()).orElse(null)));
    }

    @Override
    public List<GuestOrder> lockClaimable(
            TenantId tenant, GuestContact by, Optional<String> orderId, Instant now, int limit) {
        Condition claimable = contact(by)
                .and(orderId.map(id -> GUEST_ORDER.ORDER_ID.eq(Text.bytes(id))).orElse(noCondition()))
                .and(GUEST_ORDER.OCCURRED_AT.isNotNull())
                .and(GUEST_ORDER.CLAIMABLE_UNTIL_AT.gt(now));
        return locked(tenant, claimable, List.of(GUEST_ORDER.OCCURRED_AT, GUEST_ORDER.ORDER_ID), limit).stream()
                .sorted(Comparator.comparing(row -> row.get(GUEST_ORDER.OCCURRED_AT)))
                .map(row -> order(row, null))
                .toList();
    }

    @Override
    public List<String> lockWaiting(TenantId tenant, GuestContact by, int limit) {
        return locked(tenant, contact(by), List.of(GUEST_ORDER.ORDER_ID), limit).stream()
                .map(row -> Text.of(row.get(GUEST_ORDER.ORDER_ID)))
                .toList();
    }

    /**
     * RATIONALE: found without locks, and then locked by their key and in its order, with the condition once more. Locked as
     * they are found, two who come by an address and by a number would each have what the other waits for.
     *
     * @return in the order of their ids
     */
    private List<? extends Record> locked(
            TenantId tenant, Condition condition, List<? extends OrderField<?>> first, int limit) {
        Condition waiting = GUEST_ORDER
                .TENANT_ID
                .eq(tenant.value())
                .and(GUEST_ORDER.MEMBER_NO.isNull())
                .and(condition);
        List<byte[]> ids = session.dsl()
                .select(GUEST_ORDER.ORDER_ID)
                .from(GUEST_ORDER)
                .where(waiting)
                .orderBy(first)
                .limit(limit)
                .fetch(GUEST_ORDER.ORDER_ID);
        return ids.isEmpty()
                ? List.of()
                : session.dsl()
                        .selectFrom(GUEST_ORDER.forceIndex("PRIMARY"))
                        .where(waiting)
                        .and(GUEST_ORDER.ORDER_ID.in(ids))
                        .orderBy(GUEST_ORDER.ORDER_ID)
                        .forUpdate()
                        .fetch();
    }

    private static Condition contact(GuestContact by) {
        return Stream.of(equal(GUEST_ORDER.EMAIL_HASH, by.email()), equal(GUEST_ORDER.PHONE_HASH, by.phone()))
                .flatMap(Optional::stream)
                .reduce(Condition::or)
                .orElseThrow(() -> new IllegalArgumentException("nobody is found by nothing"));
    }

    private static Optional<Condition> equal(Field<byte[]> column, @Nullable Fingerprint hash) {
        return Optional.ofNullable(hash).map(known -> column.eq(bytes(known)));
    }

    @Override
    public void add(
            TenantId tenant,
            GuestOrder order,
            GuestContact contact,
            GuestFact fact,
            RequestKey key,
            Payload reply,
            Instant now) {
        var update = session.dsl()
                .update(GUEST_ORDER)
                .set(GUEST_ORDER.FACTS, order.facts())
                .set(GUEST_ORDER.OCCURRED_AT, order.boughtAt())
                .set(GUEST_ORDER.CLAIMABLE_UNTIL_AT, order.claimableUntil());
        if (fact.isPurchase()) {
            update = update.set(GUEST_ORDER.EMAIL_HASH, bytesOrNull(contact.email()))
                    .set(GUEST_ORDER.PHONE_HASH, bytesOrNull(contact.phone()));
        }
        update.where(is(tenant, order.id())).execute();
        facts.add(tenant, fact, key, reply, now);
    }

    @Override
    public List<Told> told(TenantId tenant, Collection<String> orders) {
        return facts.of(tenant, orders);
    }

    @Override
    public void take(TenantId tenant, Collection<Told> taken) {
        facts.take(tenant, taken.stream().map(Told::fact).toList());
    }

    @Override
    public void close(TenantId tenant, MemberState member, Collection<String> orders, Instant now) {
        facts.forget(tenant, orders);
        session.dsl()
                .update(GUEST_ORDER)
                .set(GUEST_ORDER.MEMBER_NO, member.number())
                .set(GUEST_ORDER.CLAIMED_AT, now)
                .set(GUEST_ORDER.FACTS, 0)
                .setNull(GUEST_ORDER.EMAIL_HASH)
                .setNull(GUEST_ORDER.PHONE_HASH)
                .where(GUEST_ORDER.TENANT_ID.eq(tenant.value()))
                .and(GUEST_ORDER.ORDER_ID.in(orders.stream().map(Text::bytes).toList()))
                .execute();
    }

    @Override
    public void delete(TenantId tenant, String orderId) {
        facts.forget(tenant, List.of(orderId));
        session.dsl().deleteFrom(GUEST_ORDER).where(is(tenant, orderId)).execute();
    }

    @Override
    public int deleteOver(Instant now, int limit) {
        List<Over> over = Stream.concat(
                        over(TENANT.CLOCK_AT.isNull(), val(now, TENANT.CLOCK_AT), limit),
                        over(TENANT.CLOCK_AT.isNotNull(), TENANT.CLOCK_AT, limit))
                .limit(limit)
                .toList();
        over.forEach(this::deleteIfStillOver);
        return over.size();
    }

    private record Over(TenantId tenant, String order, Instant moment) {}

    /** Read without locks: what became of it meanwhile is met when it is to be deleted. */
    private Stream<Over> over(Condition tenants, Field<Instant> moment, int limit) {
        return session
                .dsl()
                .select(GUEST_ORDER.TENANT_ID, GUEST_ORDER.ORDER_ID, moment)
                .from(GUEST_ORDER)
                .join(TENANT)
                .on(TENANT.TENANT_ID.eq(GUEST_ORDER.TENANT_ID))
                .where(GUEST_ORDER.MEMBER_NO.isNull())
                .and(tenants)
                .and(GUEST_ORDER.CLAIMABLE_UNTIL_AT.le(moment))
                .orderBy(GUEST_ORDER.CLAIMABLE_UNTIL_AT)
                .limit(limit)
                .fetch(row -> new Over(new TenantId(row.value1()), Text.of(row.value2()), row.value3()))
                .stream();
    }

    /** Somebody may have claimed it, or told another order under its number, since it was seen. */
    private void deleteIfStillOver(Over over) {
        int deleted = session.dsl()
                .deleteFrom(GUEST_ORDER)
                .where(is(over.tenant(), over.order()))
                .and(GUEST_ORDER.MEMBER_NO.isNull())
                .and(GUEST_ORDER.CLAIMABLE_UNTIL_AT.le(over.moment()))
                .execute();
        if (deleted > 0) {
            facts.forget(over.tenant(), List.of(over.order()));
        }
    }

    private static GuestOrder order(Record row, @Nullable MemberId owner) {
        return new GuestOrder(
                Text.of(row.get(GUEST_ORDER.ORDER_ID)),
                row.get(GUEST_ORDER.OCCURRED_AT),
                row.get(GUEST_ORDER.CLAIMABLE_UNTIL_AT),
                row.get(GUEST_ORDER.FACTS),
                owner);
    }

    private static Condition is(TenantId tenant, String orderId) {
        return GUEST_ORDER.TENANT_ID.eq(tenant.value()).and(GUEST_ORDER.ORDER_ID.eq(Text.bytes(orderId)));
    }

    private static byte @Nullable [] bytesOrNull(@Nullable Fingerprint hash) {
        return hash == null ? null : bytes(hash);
    }

    private static byte[] bytes(Fingerprint hash) {
        return HexFormat.of().parseHex(Objects.requireNonNull(hash).hex());
    }
}
