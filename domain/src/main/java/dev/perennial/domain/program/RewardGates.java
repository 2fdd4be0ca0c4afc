package dev.perennial.domain.program;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may have a reward, and when.
 *
 * @param startsAt the first moment at which it can be had; null means ever
 * @param endsAt the first moment at which it no longer can; null means never
 * @param tiers the ids of the levels whose members may have it; empty for everybody
 * @param condition a CEL expression; empty means always. Its {@code activity} is the moment at which the reward is asked
 *     for and has no other fields than those of a date
 * @param limits how often one member may have it
 */
public record RewardGates(
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        List<String> tiers,
        String condition,
        List<RewardDocument.Limit> limits) {

    /** Open to everybody, always. */
    public static final RewardGates NONE = new RewardGates(null, null, List.of(), "", List.of());

    public RewardGates {
        tiers = List.copyOf(tiers);
        limits = List.copyOf(limits);
    }

    public boolean inSeason(Instant at) {
        return (startsAt == null || !at.isBefore(startsAt)) && (endsAt == null || at.isBefore(endsAt));
    }
}
