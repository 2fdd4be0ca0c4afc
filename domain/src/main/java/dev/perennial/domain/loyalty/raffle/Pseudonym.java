package dev.perennial.domain.loyalty.raffle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.domain.shared.MemberId;

/**
 * Under which name a member stands in the published list of one raffle.
 *
 * <p>RATIONALE: a keyed hash with one secret for the whole raffle would hide the ids, but nobody could check that two
 * members were not shown the same tickets as theirs. So each member has a key of its own, derived from the raffle's
 * secret salt: who is given the key can check that the name is made from the own id, and learns of nobody else's.
 */
public final class Pseudonym {

    private Pseudonym() {}

    /** The member's key, for the member's eyes only. */
    public static Hash key(byte[] salt, MemberId member) {
        return Hash.hmac(salt, member.value().getBytes(UTF_8));
    }

    /** The published name. */
    public static Hash of(Hash key, MemberId member) {
        return Hash.hmac(key.bytes(), member.value().getBytes(UTF_8));
    }
}
