package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.application.storage.Identifiers.Owned;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The identifiers of one transaction, as each command leaves them to the next. Nothing is locked for a claim: whoever
 * claims the same in another transaction meets the row when it is written.
 */
final class IdentifierChanges {

    private final Transaction tx;
    private final TenantId tenant;
    private final Map<MemberId, List<Held>> held;
    private final Set<Fingerprint> taken;
    private final Set<Owned> removed = new LinkedHashSet<>();
    private final Set<Owned> added = new LinkedHashSet<>();

    private IdentifierChanges(Transaction tx, TenantId tenant, Map<MemberId, List<Held>> held, Set<Fingerprint> taken) {
        this.tx = tx;
        this.tenant = tenant;
        this.held = held;
        this.taken = taken;
    }

    /**
     * To be called once the members are locked.
     *
     * @param member whose each is
     */
    static IdentifierChanges of(
            Transaction tx, TenantId tenant, List<Waiting> commands, Function<Waiting, MemberId> member) {
        Set<MemberId> members = commands.stream()
                .filter(waiting -> waiting.command().needsIdentifiers())
                .map(member)
                .collect(Collectors.toSet());
        Set<Fingerprint> claimed = commands.stream()
                .flatMap(waiting -> waiting.command().claims().stream())
                .collect(Collectors.toSet());
        Map<MemberId, List<Held>> held = new HashMap<>();
        if (!members.isEmpty()) {
            held.putAll(tx.identifiers().of(tenant, members));
        }
        Set<Fingerprint> taken = new HashSet<>();
        if (!claimed.isEmpty()) {
            taken.addAll(tx.identifiers().holders(tenant, claimed).keySet());
        }
        return new IdentifierChanges(tx, tenant, held, taken);
    }

    KnownIdentifiers known(MemberId member) {
        return new KnownIdentifiers(held.getOrDefault(member, List.of()), taken);
    }

    void accept(MemberId member, IdentifierChange change) {
        List<Held> after = new ArrayList<>(held.getOrDefault(member, List.of()));
        Owned identifier = change.identifier();
        Fingerprint hash = identifier.held().hash();
        if (change.added()) {
            after.add(identifier.held());
            taken.add(hash);
            added.add(identifier);
        } else {
            after.remove(identifier.held());
            taken.remove(hash);
            if (!added.remove(identifier)) {
                removed.add(identifier);
            }
        }
        held.put(member, after);
    }

    void save() {
        if (!removed.isEmpty() || !added.isEmpty()) {
            tx.identifiers().save(tenant, removed, added);
        }
    }
}
