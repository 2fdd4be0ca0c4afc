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
        Behaviour behaviour,
        Map<CapUse, Long> capsUsed,
        @Nullable FactPosition last,
        Set<String> waitingRefunds) {

    /** A later version may move the program to a zone where a later fact falls on an earlier day: by two at most. */
    private static final int ZONE_SLACK_DAYS = 2;

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

    /**
     * After a fact on the local day, which charged some counters. Counters of periods that are over are dropped.
     */
    Tally after(FactPosition position, LocalDate day, Behaviour next, Map<CapUse, Long> charged) {
        LocalDate earliest = day.minusDays(ZONE_SLACK_DAYS);
        if (charged.isEmpty() && capsUsed.keySet().stream().noneMatch(use -> use.over(earliest))) {
            return new Tally(next, capsUsed, position, waitingRefunds);
        }
        Map<CapUse, Long> current = new HashMap<>(capsUsed);
        current.keySet().removeIf(use -> use.over(earliest));
        charged.forEach((use, units) -> current.merge(use, units, Math::addExact));
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
