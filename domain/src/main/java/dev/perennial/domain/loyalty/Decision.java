package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.community.Scores;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.transfer.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything that follows from one command for one member, to be committed in one transaction.
 *
 * @param sequenceBefore the sequence that was decided on: storing fails when the member has moved since
 * @param facts facts that are new or were decided again
 * @param lots lots that were opened or changed, as they are now
 * @param checkpoints the fold to remember, by first moment of a month; folding again writes every later one again
 * @param draws how much more, or less, was drawn on budgets
 * @param redemptions redemptions that are new or have changed, as they are now
 * @param transfers units that the member has sent, received or taken back, as they are now
 * @param scores what others come to see of the member's counters
 * @param replanned whether the member is due at another moment than before
 */
public record Decision(
        long sequenceBefore,
        MemberState after,
        List<Event> events,
        List<RecordedFact> facts,
        List<Entry> entries,
        List<Lot> lots,
        Map<Instant, Tally> checkpoints,
        Map<BudgetUse, Long> draws,
        List<Redemption> redemptions,
        List<Transfer> transfers,
        Scores scores,
        boolean replanned) {

    public Decision {
        events = List.copyOf(events);
        facts = List.copyOf(facts);
        entries = List.copyOf(entries);
        lots = List.copyOf(lots);
        checkpoints = Map.copyOf(checkpoints);
        draws = Map.copyOf(draws);
        redemptions = List.copyOf(redemptions);
        transfers = List.copyOf(transfers);
    }

    /** Tells of what was decided elsewhere. Nothing about the member is decided: what is due stays due. */
    public static Decision telling(MemberState state, Event event) {
        return new Decision(
                state.sequence(),
                state.told(),
                List.of(event),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Scores.NONE,
                false);
    }

    /** Whether there is anything to commit. */
    public boolean hasEffect() {
        return !events.isEmpty() || replanned;
    }

    /** This decision and one that was made on what it left, as one. */
    Decision then(Decision next) {
        Map<Instant, Tally> remembered = new HashMap<>(checkpoints);
        remembered.putAll(next.checkpoints);
        Map<BudgetUse, Long> drawn = new HashMap<>(draws);
        next.draws.forEach((use, units) -> drawn.merge(use, units, Math::addExact));
        return new Decision(
                sequenceBefore,
                next.after,
                joined(events, next.events),
                latest(facts, next.facts, RecordedFact::number),
                joined(entries, next.entries),
                latest(lots, next.lots, Lot::number),
                remembered,
                drawn,
                latest(redemptions, next.redemptions, Redemption::number),
                joined(transfers, next.transfers),
                scores.then(next.scores),
                replanned || next.replanned);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static <T, K> List<T> latest(List<T> first, List<T> second, Function<T, K> key) {
        Map<K, T> all = new LinkedHashMap<>();
        first.forEach(one -> all.put(key.apply(one), one));
        second.forEach(one -> all.put(key.apply(one), one));
        return List.copyOf(all.values());
    }
}
