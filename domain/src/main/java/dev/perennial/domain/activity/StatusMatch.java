package dev.perennial.domain.activity;

/**
 * A level was granted because the customer has one with somebody else.
 *
 * @param level the id of the level
 * @param partner with whom, in the caller's words
 * @param proof what was shown, in the caller's words: a card's number, the name of a document
 */
public record StatusMatch(String level, String partner, String proof) implements ActivityDetail {

    @Override
    public ActivityType type() {
        return ActivityType.STATUS_MATCH;
    }
}
