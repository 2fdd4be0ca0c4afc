package dev.perennial.application.storage;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Tenant;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.member.IdentifierKind;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * By what a guest is found: the hashes under which a member would be. The values themselves are kept nowhere.
 *
 * @param email of the address; null when none was told
 * @param phone of the number; null when none was told
 */
public record GuestContact(
        @Nullable Fingerprint email, @Nullable Fingerprint phone) {

    /** Nothing was told. */
    public static final GuestContact NONE = new GuestContact(null, null);

    /** Of at most one e-mail address and one phone number; guests are known by nothing else. */
    public static GuestContact of(Tenant tenant, Collection<Identifier> identifiers) {
        return new GuestContact(
                hash(tenant, identifiers, IdentifierKind.EMAIL), hash(tenant, identifiers, IdentifierKind.PHONE));
    }

    private static @Nullable Fingerprint hash(Tenant tenant, Collection<Identifier> identifiers, IdentifierKind kind) {
        return identifiers.stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .map(each -> Identifiers.hash(tenant, each))
                .orElse(null);
    }
}
