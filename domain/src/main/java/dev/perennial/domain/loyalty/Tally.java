package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the fold over a member's facts carries from one fact to the next.
 *
 * @param behaviour what the purchases so far add up to
 * @param used what limited rules have credited
 * @param counts how far the program's counters are
 * @param qualified when each unit with a sliding expiry was last kept
 * @param standing as it was at the last fact: what time has done to it since is worked out when it is needed
 * @param last the last fact that was folded, null before the first; facts about orders have no place of their own
 * @param waitingOrders orders about which something was told before their purchase was known
 */
public record Tally(
        Behaviour behaviour,
        LimitsUsed used,
        Counts counts,
        Map<UnitId, Instant> qualified,
        Standing standing,
        @Nullable FactPosition last,
        Set<String> waitingOrders) {

    public static final Tally EMPTY =
            new Tally(Behaviour.NONE, LimitsUsed.NONE, Counts.NONE, Map.of(), Standing.NEW, null, Set.of());

    public Tally {
        qualified = Map.copyOf(qualified);
        waitingOrders = Set.copyOf(waitingOrders);
    }

    /** Whether a fact at the position would come before one that was already folded. */
    public boolean isPast(FactPosition position) {
        return last != null && position.compareTo(last) < 0;
    }

    Tally waitingFor(String orderId) {
        Set<String> more = new HashSet<>(waitingOrders);
        more.add(orderId);
        return waiting(more);
    }

    Tally noLongerWaitingFor(String orderId) {
        Set<String> fewer = new HashSet<>(waitingOrders);
        fewer.remove(orderId);
        return waiting(fewer);
    }

    /** This fold with the waiting orders of another: they belong to the member, not to a place among the facts. */
    Tally waitingAs(Tally other) {
        return waiting(other.waitingOrders);
    }

    /** With each sliding unit kept as late as either says. */
    Tally qualifiedToo(Tally other) {
        Map<UnitId, Instant> latest = new HashMap<>(qualified);
        other.qualified.forEach((unit, at) -> latest.merge(unit, at, (one, two) -> one.isAfter(two) ? one : two));
        return new Tally(behaviour, used, counts, latest, standing, last, waitingOrders);
    }

    Tally standing(Standing other) {
        return new Tally(behaviour, used, counts, qualified, other, last, waitingOrders);
    }

    Tally waiting(Set<String> orders) {
        return new Tally(behaviour, used, counts, qualified, standing, last, orders);
    }
}
