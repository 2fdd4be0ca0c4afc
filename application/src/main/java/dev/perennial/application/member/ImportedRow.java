package dev.perennial.application.member;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.shared.MemberId;
import java.util.List;

/**
 * A customer of another system.
 *
 * @param identifiers what the customer is to be known by, as {@code brought} names them
 * @param fingerprint of everything in it: tells the same row from another one about the same member
 */
public record ImportedRow(
        MemberId member, Profile profile, List<Identifier> identifiers, Brought brought, Fingerprint fingerprint) {

    public ImportedRow {
        identifiers = List.copyOf(identifiers);
    }
}
