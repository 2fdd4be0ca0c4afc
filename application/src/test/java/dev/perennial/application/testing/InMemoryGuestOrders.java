package dev.perennial.application.testing;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.GuestContact;
import dev.perennial.application.storage.GuestOrders;
import dev.perennial.application.testing.InMemorySandboxClocks.Dial;
import dev.perennial.application.testing.Tables.ClaimedKey;
import dev.perennial.application.testing.Tables.KeyId;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.guest.GuestFact;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Orders of guests in a map. */
final class InMemoryGuestOrders implements GuestOrders {

    private final Tables tables;
    private final boolean writable;

    InMemoryGuestOrders(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    record OrderRef(TenantId tenant, String order) {}

    record Row(GuestOrder order, GuestContact contact, List<Told> facts) {

        Row {
            facts = List.copyOf(facts);
        }
    }

    @Override
    public Optional<MemberId> claimedBy(TenantId tenant, String orderId) {
        return Optional.ofNullable(tables.guests().get(new OrderRef(tenant, orderId)))
                .map(row -> current(tenant, row.order()).claimedBy());
    }

    @Override
    public GuestOrder lock(TenantId tenant, GuestOrder untold) {
        InMemoryRequests.requireWritable(writable);
        Row row = tables.guests()
                .computeIfAbsent(
                        new OrderRef(tenant, untold.id()), ref -> new Row(untold, GuestContact.NONE, List.of()));
        return current(tenant, row.order());
    }

    @Override
    public List<GuestOrder> lockClaimable(
            TenantId tenant, GuestContact by, Optional<String> orderId, Instant now, int limit) {
        InMemoryRequests.requireWritable(writable);
        return tables.guests().entrySet().stream()
                .filter(each -> each.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue)
                .filter(row -> matches(row.contact(), by))
                .map(Row::order)
                .filter(order -> order.claimedBy() == null && order.boughtAt() != null && !order.isOver(now))
                .filter(order -> orderId.isEmpty() || orderId.get().equals(order.id()))
                .sorted(Comparator.comparing((GuestOrder order) -> Objects.requireNonNull(order.boughtAt()))
                        .thenComparing(GuestOrder::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> lockWaiting(TenantId tenant, GuestContact by, int limit) {
        InMemoryRequests.requireWritable(writable);
        return tables.guests().entrySet().stream()
                .filter(each -> each.getKey().tenant().equals(tenant)
                        && matches(each.getValue().contact(), by))
                .map(each -> each.getKey().order())
                .sorted()
                .limit(limit)
                .toList();
    }

    private static boolean matches(GuestContact told, GuestContact by) {
        return (by.email() != null && by.email().equals(told.email()))
                || (by.phone() != null && by.phone().equals(told.phone()));
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
        InMemoryRequests.requireWritable(writable);
        tables.guests().computeIfPresent(new OrderRef(tenant, order.id()), (ref, before) -> {
            List<Told> facts = new ArrayList<>(before.facts());
            facts.add(new Told(fact, reply));
            return new Row(order, fact.isPurchase() ? contact : before.contact(), facts);
        });
        InMemoryRequests.answer(tables, tenant, key, reply);
    }

    @Override
    public List<Told> told(TenantId tenant, Collection<String> orders) {
        return orders.stream()
                .map(order -> tables.guests().get(new OrderRef(tenant, order)))
                .filter(Objects::nonNull)
                .flatMap(row -> row.facts().stream())
                .toList();
    }

    @Override
    public void take(TenantId tenant, Collection<Told> facts) {
        InMemoryRequests.requireWritable(writable);
        facts.forEach(told -> tables.keys()
                .computeIfPresent(
                        new KeyId(
                                tenant,
                                RequestKey.activity(told.fact().activity().key())),
                        (id, known) -> new ClaimedKey(known.fingerprint(), null)));
    }

    @Override
    public void close(TenantId tenant, MemberState member, Collection<String> orders, Instant now) {
        InMemoryRequests.requireWritable(writable);
        orders.forEach(id -> tables.guests().computeIfPresent(new OrderRef(tenant, id), (ref, row) -> {
            GuestOrder order = row.order();
            return new Row(
                    new GuestOrder(order.id(), order.boughtAt(), order.claimableUntil(), 0, member.id()),
                    GuestContact.NONE,
                    List.of());
        }));
    }

    @Override
    public void delete(TenantId tenant, String orderId) {
        InMemoryRequests.requireWritable(writable);
        tables.guests().remove(new OrderRef(tenant, orderId));
    }

    @Override
    public int deleteOver(Instant now, int limit) {
        InMemoryRequests.requireWritable(writable);
        List<OrderRef> over = tables.guests().entrySet().stream()
                .filter(each ->
                        each.getValue().order().isOver(time(each.getKey().tenant(), now)))
                .sorted(Comparator.comparing(each -> each.getValue().order().claimableUntil()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(tables.guests()::remove);
        return over.size();
    }

    private Instant time(TenantId tenant, Instant real) {
        Dial dial = tables.clocks().get(tenant);
        return dial == null ? real : dial.now();
    }

    private GuestOrder current(TenantId tenant, GuestOrder order) {
        MemberId owner = order.claimedBy();
        return owner == null
                ? order
                : new GuestOrder(
                        order.id(),
                        order.boughtAt(),
                        order.claimableUntil(),
                        order.facts(),
                        tables.named(tenant, owner).member());
    }
}
