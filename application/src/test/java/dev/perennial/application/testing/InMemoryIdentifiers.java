package dev.perennial.application.testing;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Identifiers;
import dev.perennial.application.testing.Tables.IdentifierRef;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Identifiers in a map, by their hash. */
final class InMemoryIdentifiers implements Identifiers {

    private final Tables tables;
    private final boolean writable;

    InMemoryIdentifiers(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public Map<Fingerprint, MemberId> holders(TenantId tenant, Set<Fingerprint> hashes) {
        Map<Fingerprint, MemberId> holders = new HashMap<>();
        for (Fingerprint hash : hashes) {
            Owned owned = tables.identifiers().get(new IdentifierRef(tenant, hash));
            if (owned != null) {
                holders.put(hash, memberOf(tenant, owned));
            }
        }
        return holders;
    }

    @Override
    public Map<MemberId, List<Held>> of(TenantId tenant, Set<MemberId> members) {
        Map<MemberId, List<Held>> found = new HashMap<>();
        tables.identifiers().forEach((ref, owned) -> {
            MemberId member = memberOf(ref.tenant(), owned);
            if (ref.tenant().equals(tenant) && members.contains(member)) {
                found.computeIfAbsent(member, none -> new ArrayList<>()).add(owned.held());
            }
        });
        found.values().forEach(held -> held.sort(Comparator.comparingLong(Held::number)));
        return found;
    }

    @Override
    public void save(TenantId tenant, Collection<Owned> removed, Collection<Owned> added) {
        InMemoryRequests.requireWritable(writable);
        removed.forEach(each -> tables.identifiers()
                .remove(new IdentifierRef(tenant, each.held().hash())));
        for (Owned each : added) {
            if (tables.identifiers()
                            .putIfAbsent(new IdentifierRef(tenant, each.held().hash()), each)
                    != null) {
                throw new StorageException.IdentifierTaken(new IllegalStateException("the identifier has a row"));
            }
        }
    }

    private MemberId memberOf(TenantId tenant, Owned owned) {
        return tables.members().entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant)
                        && entry.getValue().state().number() == owned.member())
                .map(Map.Entry::getKey)
                .map(MemberRef::member)
                .findFirst()
                .orElseThrow();
    }
}
