package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that follows from one command for one member, to be committed in one transaction.
 *
 * @param sequenceBefore the sequence that was decided on: storing fails when the member has moved since
 * @param facts facts that are new or were decided again
 * @param lots lots that were opened or changed, as they are now
 * @param checkpoints the fold to remember, by first moment of a month; folding again writes every later one again
 */
public record Decision(
        long sequenceBefore,
        MemberState after,
        List<Event> events,
        List<RecordedFact> facts,
        List<Entry> entries,
        List<Lot> lots,
        Map<Instant, Tally> checkpoints) {

    public Decision {
        events = List.copyOf(events);
        facts = List.copyOf(facts);
        entries = List.copyOf(entries);
        lots = List.copyOf(lots);
        checkpoints = Map.copyOf(checkpoints);
    }

    /** Whether there is anything to commit. */
    public boolean hasEffect() {
        return !events.isEmpty();
    }
}
