package dev.perennial.application.testing;

import dev.perennial.application.loyalty.transfer.TransferLog;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.loyalty.transfer.TransferState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Transfers in the order in which they were sent. */
final class InMemoryTransferLog implements TransferLog {

    private final InMemoryStorage storage;

    InMemoryTransferLog(InMemoryStorage storage) {
        this.storage = storage;
    }

    /** Which transfer: its place in the map does not change when it is settled. */
    record TransferRef(TenantId tenant, MemberId from, long number) {}

    static void save(Map<TransferRef, Transfer> transfers, TenantId tenant, List<Transfer> changed) {
        changed.forEach(transfer ->
                transfers.put(new TransferRef(tenant, transfer.from().id(), transfer.number()), transfer));
    }

    @Override
    public List<Listed> list(TenantId tenant, MemberId member, long belowPosition, int limit) {
        return all().reversed().stream()
                .filter(each -> each.tenant().equals(tenant) && each.position() < belowPosition)
                .map(each -> new Listed(each.position(), each.transfer()))
                .filter(each -> concerns(each.transfer(), member))
                .limit(limit)
                .toList();
    }

    private static boolean concerns(Transfer transfer, MemberId member) {
        return transfer.from().id().equals(member) || transfer.to().id().equals(member);
    }

    @Override
    public Optional<Transfer> find(TenantId tenant, MemberId sender, long number) {
        return Optional.ofNullable(storage.committed().transfers().get(new TransferRef(tenant, sender, number)));
    }

    @Override
    public List<Unsettled> unsettled(long abovePosition, int limit) {
        return unsettled(tenant -> true, abovePosition, limit);
    }

    @Override
    public List<Unsettled> unsettledIn(TenantId tenant, long abovePosition, int limit) {
        return unsettled(tenant::equals, abovePosition, limit);
    }

    private List<Unsettled> unsettled(Predicate<TenantId> which, long abovePosition, int limit) {
        return all().stream()
                .filter(each -> which.test(each.tenant()) && each.position() > abovePosition)
                .filter(each -> each.transfer().state() == TransferState.SENT)
                .limit(limit)
                .toList();
    }

    /** In the order in which they were sent. */
    private List<Unsettled> all() {
        List<Unsettled> all = new ArrayList<>();
        storage.committed()
                .transfers()
                .forEach((ref, transfer) -> all.add(new Unsettled(all.size() + 1, ref.tenant(), transfer)));
        return all;
    }
}
