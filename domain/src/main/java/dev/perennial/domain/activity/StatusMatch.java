package dev.perennial.domain.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A level was granted because the customer has one with somebody else.
 *
 * @param level the id of the level
 * @param partner with whom, in the caller's words
 * @param proof what was shown, in the caller's words: a card's number, the name of a document
 * @param until the first moment at which it no longer holds, where it was promised in another system; null for as long as
 *     the program says
 */
public record StatusMatch(
        String level,
        String partner,
        String proof,
        @Nullable Instant until) implements ActivityDetail {

    /** For as long as the program says. */
    public StatusMatch(String level, String partner, String proof) {
        this(level, partner, proof, null);
    }

    @Override
    public ActivityType type() {
        return ActivityType.STATUS_MATCH;
    }
}
