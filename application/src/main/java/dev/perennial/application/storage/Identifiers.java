package dev.perennial.application.storage;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Tenant;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What members are known by. The values themselves are kept nowhere. */
public interface Identifiers {

    /**
     * By what an identifier is found: a keyed hash of its normal form. Requests are hashed under the same secret, but no
     * request is an identifier.
     */
    static Fingerprint hash(Tenant tenant, Identifier identifier) {
        String text = String.join("\0", "identifier", identifier.kind().name(), identifier.name(), identifier.value());
        return Fingerprint.of(tenant.secret(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whose each is, without locks; those that are nobody's are left out. */
    Map<Fingerprint, MemberId> holders(TenantId tenant, Set<Fingerprint> hashes);

    /** What each member is known by, in the order of the numbers; those who are known by nothing are left out. */
    Map<MemberId, List<Held>> of(TenantId tenant, Set<MemberId> members);

    /**
     * Writes what was taken from members, then what they got. To be called for members that are locked.
     *
     * @throws dev.perennial.application.shared.StorageException.IdentifierTaken when another member has it, who may
     *     have got it meanwhile
     */
    void save(TenantId tenant, Collection<Owned> removed, Collection<Owned> added);

    /**
     * Something that a member is known by.
     *
     * @param number within the member: that of the command that added it
     * @param hash of its value under the tenant's secret
     * @param name the caller's own for a custom one; empty otherwise
     * @param lastCharacters what may be shown of the value; empty once the member was erased
     */
    record Held(
            long number, Fingerprint hash, IdentifierKind kind, String name, String lastCharacters, Instant addedAt) {

        /** The same, of a member whose commands have other numbers, each so much higher. */
        public Held renumbered(long commands) {
            return new Held(number + commands, hash, kind, name, lastCharacters, addedAt);
        }
    }

    /**
     * An identifier and whose it is.
     *
     * @param member the member's number
     */
    record Owned(int member, Held held) {}
}
