package dev.perennial.domain.program;

import java.util.List;

/**
 * What units can be spent on.
 *
 * @param rewards the catalogue, in the order in which members see it
 * @param returnGraceDays how many days of 24 hours units are good for that are given back after they would have run out;
 *     0, which is usual: they run out at once; at most 400
 */
public record SpendingDocument(List<RewardDocument> rewards, int returnGraceDays) {

    public static final SpendingDocument NONE = new SpendingDocument(List.of(), 0);

    public SpendingDocument {
        rewards = List.copyOf(rewards);
    }
}
