package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.member.Behaviour;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the fold over a member's facts carries from one fact to the next.
 *
 * @param behaviour what the purchases so far add up to
 * @param capsUsed what capped rules have credited in the periods that are not over yet
 * @param last the last fact that was folded, null before the first; refunds have no place of their own
 * @param waitingRefunds orders that were refunded before their purchase was known
 */
public record Tally(
        Behaviour behaviour, Map<CapUse, Long> capsUsed, @Nullable FactPosition last, Set<String> waitingRefunds) {

    public static final Tally EMPTY = new Tally(Behaviour.NONE, Map.of(), null, Set.of());

    public Tally {
        capsUsed = Map.copyOf(capsUsed);
        waitingRefunds = Set.copyOf(waitingRefunds);
    }

    /** Whether a fact at the position would come before one that was already folded. */
    public boolean isPast(FactPosition position) {
        return last != null && position.compareTo(last) < 0;
    }

    long used(CapUse use) {
        return capsUsed.getOrDefault(use, 0L);
    }

    Tally charged(CapUse use, long units) {
        Map<CapUse, Long> more = new HashMap<>(capsUsed);
        more.merge(use, units, Math::addExact);
        return new Tally(behaviour, more, last, waitingRefunds);
    }

    /** After a fact on the local day; counters of periods that are over are dropped. */
    Tally after(FactPosition position, LocalDate day, Behaviour next) {
        Map<CapUse, Long> current = capsUsed;
        if (capsUsed.keySet().stream().anyMatch(use -> use.over(day))) {
            current = new HashMap<>(capsUsed);
            current.keySet().removeIf(use -> use.over(day));
        }
        return new Tally(next, current, position, waitingRefunds);
    }

    Tally waitingFor(String orderId) {
        Set<String> more = new HashSet<>(waitingRefunds);
        more.add(orderId);
        return new Tally(behaviour, capsUsed, last, more);
    }

    Tally noLongerWaitingFor(String orderId) {
        Set<String> fewer = new HashSet<>(waitingRefunds);
        fewer.remove(orderId);
        return new Tally(behaviour, capsUsed, last, fewer);
    }

    /** This fold with the waiting refunds of another: they belong to the member, not to a place among the facts. */
    Tally waitingAs(Tally other) {
        return new Tally(behaviour, capsUsed, last, other.waitingRefunds);
    }
}
