package dev.perennial.application.shared;

import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.shared.MemberId;

/**
 * What makes a request the same request when it comes again, for as long as the ledger lives.
 *
 * @param scope what kind of key it is, so that keys of different kinds never meet
 * @param value the caller's key
 */
public record RequestKey(String scope, String value) {

    /** The key of a command: the caller's {@code request_id}. */
    public static RequestKey command(String requestId) {
        return new RequestKey("command", requestId);
    }

    /** The key of a member who comes from another system; a length before the import's id keeps two pairs apart. */
    public static RequestKey imported(String importId, MemberId member) {
        return new RequestKey("import", importId.length() + ":" + importId + ":" + member.value());
    }

    /** The key of what follows for one member from what another one did. */
    public static RequestKey reaction(String name) {
        return new RequestKey("reaction", name);
    }

    /** The key of a fact. A length before the source keeps two different pairs apart. */
    public static RequestKey activity(ActivityKey key) {
        return new RequestKey("activity", key.source().length() + ":" + key.source() + ":" + key.externalId());
    }
}
