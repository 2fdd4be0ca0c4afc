package dev.perennial.domain.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What units can be spent on, and whether members may send them to each other and save them together.
 *
 * @param rewards the catalogue, in the order in which members see it
 * @param returnGraceDays how many days of 24 hours units are good for that are given back after they would have run out;
 *     0, which is usual: they run out at once; at most 400
 * @param transfers which units members may send to each other
 * @param pool what families may save together; null for nothing
 * @param checkout what baskets cost
 */
public record SpendingDocument(
        List<RewardDocument> rewards,
        int returnGraceDays,
        List<TransferDocument> transfers,
        @Nullable PoolDocument pool,
        CheckoutDocument checkout) {

    public static final SpendingDocument NONE = new SpendingDocument(List.of(), 0);

    /** Without transfers. */
    public SpendingDocument(List<RewardDocument> rewards, int returnGraceDays) {
        this(rewards, returnGraceDays, List.of());
    }

    /** Without pools. */
    public SpendingDocument(List<RewardDocument> rewards, int returnGraceDays, List<TransferDocument> transfers) {
        this(rewards, returnGraceDays, transfers, null);
    }

    /** With nothing said about baskets. */
    public SpendingDocument(
            List<RewardDocument> rewards,
            int returnGraceDays,
            List<TransferDocument> transfers,
            @Nullable PoolDocument pool) {
        this(rewards, returnGraceDays, transfers, pool, CheckoutDocument.NONE);
    }

    public SpendingDocument {
        transfers = List.copyOf(transfers);
        rewards = List.copyOf(rewards);
    }
}
