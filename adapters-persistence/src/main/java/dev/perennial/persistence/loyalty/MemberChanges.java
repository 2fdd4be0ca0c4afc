package dev.perennial.persistence.loyalty;

import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one or several effects left of one member: only the last state of everything that they touched is written. */
final class MemberChanges {

    private final long before;
    private final Map<Long, RecordedFact> facts = new TreeMap<>();
    private final Map<Integer, Lot> lots = new TreeMap<>();
    private final SortedMap<Instant, Tally> checkpoints = new TreeMap<>();
    private MemberState after;

    MemberChanges(Effect first) {
        this.before = first.decision().sequenceBefore();
        this.after = first.decision().after();
        take(first.decision());
    }

    /** @throws StorageException.Conflict when the effect does not continue the ones before it */
    void add(Effect next) {
        if (next.decision().sequenceBefore() != after.sequence()) {
            throw new StorageException.Conflict(new IllegalStateException("the effect was decided on another state"));
        }
        take(next.decision());
    }

    private void take(Decision decision) {
        after = decision.after();
        decision.facts().forEach(fact -> facts.put(fact.number(), fact));
        decision.lots().forEach(lot -> lots.put(lot.number(), lot));
        checkpoints.putAll(decision.checkpoints());
    }

    long before() {
        return before;
    }

    boolean isNew() {
        return before == 0;
    }

    MemberState after() {
        return after;
    }

    Collection<RecordedFact> facts() {
        return facts.values();
    }

    Collection<Lot> lots() {
        return lots.values();
    }

    SortedMap<Instant, Tally> checkpoints() {
        return checkpoints;
    }
}
