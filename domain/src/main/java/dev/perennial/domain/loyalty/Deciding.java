package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Posting;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.community.Scores;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.transfer.SentShare;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A decision in the making: everything due is applied first, then the command posts what it comes to. */
final class Deciding {

    final ProgramHistory programs;
    final MemberState state;
    final Instant now;
    final Posting posting;
    final PunchCards cards;
    final Redeeming redeeming;
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private Deciding(ProgramHistory programs, MemberState state, Wallet wallet, Instant now) {
        this.programs = programs;
        this.state = state;
        this.now = state.effective(now);
        this.cards = new PunchCards(programs);
        this.posting = new Posting(Sliding.expiries(wallet, state.tally().qualified(), programs), state.advancedTo());
        this.redeeming = new Redeeming(programs, state.redemptions(), posting, this::tell);
        lapse();
        advanceLots();
        new StandingEvents(programs, state).byTime(this.now).forEach(this::tell);
    }

    static Deciding on(ProgramHistory programs, MemberState state, Instant now) {
        return new Deciding(programs, state, state.wallet(), now);
    }

    /** With the closed lots among the state's, so that what they granted can be taken back. */
    static Deciding on(ProgramHistory programs, MemberState state, History history, Instant now) {
        return new Deciding(programs, state, state.wallet().withClosed(history.lots()), now);
    }

    /**
     * Lets run out what was posted too late, and fills what cards can be filled with the rest.
     *
     * @param qualified when each sliding unit was last kept, as it is known now
     */
    void settle(Cause cause, Map<UnitId, Instant> qualified) {
        reterm(qualified);
        advanceLots();
        cards.fill(posting, new Occasion(cause, now));
        advanceLots();
    }

    /** Gives sliding units the time that they have as it is known now. */
    void reterm(Map<UnitId, Instant> qualified) {
        posting.reterm(lot -> Sliding.expiring(lot, qualified, programs));
    }

    /** Reservations and vouchers whose time is over, each at its moment: what it releases may run out after that. */
    private void lapse() {
        Optional<Redemption> due = redeeming.redemptions().due(now);
        while (due.isPresent()) {
            Instant at = Objects.requireNonNull(due.get().dueAt(), "it is due");
            posting.advance(at, occasion -> cards.fill(posting, occasion));
            Occasion occasion = redeeming.occasion(due.get(), posting.latest(at));
            redeeming.lapse(due.get(), occasion.at());
            posting.advance(at, each -> cards.fill(posting, each)); // what was held longer than it lasts
            cards.fill(posting, occasion);
            due = redeeming.redemptions().due(now);
        }
    }

    private void advanceLots() {
        posting.advance(now, occasion -> cards.fill(posting, occasion));
    }

    /** A transfer is new, or became settled. */
    void transferred(Transfer transfer) {
        transfers.add(transfer);
    }

    /** What is sent with a share: of a lot that slides, since when it counts, so that it does not begin anew. */
    SentShare sentOf(LotShare share) {
        Lot lot = posting.touched().stream()
                .filter(touched -> touched.number() == share.lot())
                .findFirst()
                .orElseThrow();
        Terms terms = lot.terms();
        if (!terms.sliding()) {
            return new SentShare(share, terms, lot.programVersion());
        }
        Instant kept = state.tally().qualified().getOrDefault(lot.unit(), terms.availableAt());
        Instant since = kept.isAfter(terms.availableAt()) ? kept : terms.availableAt();
        return new SentShare(share, new Terms(since, null).slidingTo(null), lot.programVersion());
    }

    /** How many entries were made for what was due. */
    int dueEntries() {
        return posting.entries().size();
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

    Decision done(Outcome outcome) {
        new StandingEvents(programs, state).byFacts(outcome.tally(), now).forEach(this::tell);
        tellPosted();
        MemberState after = Plans.planned(programs, after(outcome));
        return new Decision(
                state.sequence(),
                after,
                events,
                outcome.facts(),
                posting.entries(),
                posting.touched().stream().map(Sliding::kept).toList(),
                outcome.checkpoints(),
                drawn(outcome.draws()),
                redeeming.changed(),
                transfers,
                outcome.scores(),
                !Objects.equals(after.nextDueAt(), state.nextDueAt()));
    }

    private Map<BudgetUse, Long> drawn(Map<BudgetUse, Long> byFacts) {
        if (redeeming.draws().isEmpty()) {
            return byFacts;
        }
        Map<BudgetUse, Long> drawn = new HashMap<>(byFacts);
        redeeming.draws().forEach((use, units) -> drawn.merge(use, units, Math::addExact));
        return drawn;
    }

    private MemberState after(Outcome outcome) {
        return new MemberState(
                state.id(),
                state.number(),
                state.sequence() + events.size(),
                state.enrolledAt(),
                now,
                state.nextDueAt(),
                state.traits(),
                state.birthday(),
                state.anniversaries(),
                state.participation(),
                Sliding.kept(posting.wallet().openOnly()),
                redeeming.redemptions(),
                outcome.tally(),
                outcome.lastActivity(),
                outcome.lastCommand(),
                state.merges());
    }

    /** What the command leaves besides what it posted and told. */
    record Outcome(
            Tally tally,
            long lastActivity,
            long lastCommand,
            List<RecordedFact> facts,
            Map<Instant, Tally> checkpoints,
            Map<BudgetUse, Long> draws,
            Scores scores) {}

    /** Nothing but what was due. */
    Decision done() {
        return done(state.lastCommand());
    }

    /** Nothing but what was due and what a command posted. */
    Decision done(long command) {
        return done(command, Scores.NONE);
    }

    /** The same, when others come to see something of it. */
    Decision done(long command, Scores scores) {
        return done(new Outcome(state.tally(), state.lastActivity(), command, List.of(), Map.of(), Map.of(), scores));
    }
}
