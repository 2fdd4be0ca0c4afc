package dev.perennial.domain.loyalty.reward;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a decision has to know of the rewards that a member has asked for.
 *
 * @param open reservations, and redemptions whose voucher can be used, by number
 * @param used how often the member had rewards of which one may have only so many
 */
public record Redemptions(SortedMap<Long, Redemption> open, Map<RewardUse, Long> used) {

    public static final Redemptions NONE = new Redemptions(new TreeMap<>(), Map.of());

    /** As many as a decision can load without notice; more would be a mistake of whoever asks. */
    public static final int OPEN_MAX = 200;

    public Redemptions {
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        used = Map.copyOf(used);
    }

    public boolean isEmpty() {
        return open.isEmpty() && used.isEmpty();
    }

    /** The first that has something happen to it by itself by the moment; on one instant, the older. */
    public Optional<Redemption> due(Instant by) {
        return open.values().stream()
                .filter(redemption ->
                        redemption.dueAt() != null && !at(redemption).isAfter(by))
                .min(Comparator.comparing(Redemptions::at).thenComparingLong(Redemption::number));
    }

    /** When next something happens to one of them by itself. */
    public Optional<Instant> nextDueAt() {
        return open.values().stream()
                .map(Redemption::dueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    public long used(RewardUse use) {
        return used.getOrDefault(use, 0L);
    }

    private static Instant at(Redemption redemption) {
        return Objects.requireNonNull(redemption.dueAt(), "only asked of those that are due");
    }
}
