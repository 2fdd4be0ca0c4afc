package dev.perennial.application.member;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.domain.shared.MemberId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run would have written so far: later rows are decided as if it were there. It grows with the rows, by about
 * a hundred bytes for each thing that somebody can have only once.
 */
final class ImportedSoFar {

    private final Map<MemberId, Fingerprint> members = new HashMap<>();
    private final Set<Fingerprint> identifiers = new HashSet<>();
    private final Set<String> codes = new HashSet<>();

    /** The row that would have made the member; null for none. */
    @Nullable
    Fingerprint member(MemberId member) {
        return members.get(member);
    }

    boolean hasIdentifier(Fingerprint hash) {
        return identifiers.contains(hash);
    }

    boolean hasCode(String code) {
        return codes.contains(code);
    }

    void add(ImportMember command) {
        members.put(command.member(), command.row().fingerprint());
        identifiers.addAll(command.hashes());
        codes.addAll(command.claimedCodes());
    }
}
