package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Posting;
import dev.perennial.domain.ledger.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A decision in the making: everything due is applied first, then the command posts what it comes to. */
final class Deciding {

    final MemberState state;
    final Instant now;
    final Posting posting;
    private final List<Event> events = new ArrayList<>();

    private Deciding(MemberState state, Wallet wallet, Instant now) {
        this.state = state;
        this.now = state.effective(now);
        this.posting = new Posting(wallet);
        posting.advance(this.now);
    }

    static Deciding on(MemberState state, Instant now) {
        return new Deciding(state, state.wallet(), now);
    }

    /** With the closed lots among the state's, so that what they granted can be taken back. */
    static Deciding on(MemberState state, History history, Instant now) {
        return new Deciding(state, state.wallet().withClosed(history.lots()), now);
    }

    /** Tells of the event after everything that was posted so far. */
    void tell(Event event) {
        tellPosted();
        events.add(event);
    }

    private void tellPosted() {
        long told = events.stream().filter(Event.UnitsMoved.class::isInstance).count();
        posting.entries().stream().skip(told).map(Event.UnitsMoved::new).forEach(events::add);
    }

    Decision done(
            Tally tally,
            long lastActivity,
            long lastCommand,
            List<RecordedFact> facts,
            Map<Instant, Tally> checkpoints) {
        List<Entry> entries = posting.entries();
        tellPosted();
        MemberState after = new MemberState(
                state.id(),
                state.number(),
                state.sequence() + events.size(),
                state.enrolledAt(),
                now,
                state.traits(),
                posting.wallet().openOnly(),
                tally,
                lastActivity,
                lastCommand);
        return new Decision(state.sequence(), after, events, facts, entries, posting.touched(), checkpoints);
    }

    Decision done() {
        return done(state.tally(), state.lastActivity(), state.lastCommand(), List.of(), Map.of());
    }
}
