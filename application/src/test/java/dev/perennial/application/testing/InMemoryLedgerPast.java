package dev.perennial.application.testing;

import dev.perennial.application.loyalty.LedgerPast;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The past of ledgers in maps. */
final class InMemoryLedgerPast implements LedgerPast {

    private final InMemoryStorage storage;

    InMemoryLedgerPast(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Lot> lot(TenantId tenant, MemberId member, int number) {
        return file(tenant, member)
                .flatMap(file -> Optional.ofNullable(file.lots().get(number)));
    }

    @Override
    public List<Entry> ofLot(TenantId tenant, MemberId member, int lot) {
        return entries(tenant, member, entry -> Integer.valueOf(lot).equals(entry.lotNumber()));
    }

    @Override
    public List<Entry> ofActivity(TenantId tenant, MemberId member, long activity) {
        return entries(tenant, member, entry -> entry.cause().activityNumber() == activity);
    }

    private List<Entry> entries(TenantId tenant, MemberId member, Predicate<Entry> wanted) {
        return file(tenant, member).stream()
                .flatMap(file -> file.entries().stream())
                .filter(wanted)
                .toList();
    }

    private Optional<MemberFile> file(TenantId tenant, MemberId member) {
        Tables tables = storage.committed();
        return Optional.ofNullable(tables.members().get(tables.named(tenant, member)));
    }
}
