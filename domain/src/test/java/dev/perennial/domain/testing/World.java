package dev.perennial.domain.testing;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.CheckoutDecisions;
import dev.perennial.domain.loyalty.CheckoutDecisions.Held;
import dev.perennial.domain.loyalty.Community;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Offer;
import dev.perennial.domain.loyalty.OwnFact;
import dev.perennial.domain.loyalty.Quote;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.RedemptionDecisions;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.Reinstatement.Reinstated;
import dev.perennial.domain.loyalty.RewardDecisions;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.RuleOutcome;
import dev.perennial.domain.loyalty.StandingExplanation;
import dev.perennial.domain.loyalty.StandingGrounds;
import dev.perennial.domain.loyalty.StandingNow;
import dev.perennial.domain.loyalty.StatusChange;
import dev.perennial.domain.loyalty.TransferDecisions;
import dev.perennial.domain.loyalty.TransferDecisions.Sending;
import dev.perennial.domain.loyalty.TransferDecisions.Transferred;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One member with everything that was ever written for her, kept as the ports promise to keep it. Each decision passes
 * the auditor before it is stored.
 */
public final class World {

    private ProgramHistory programs;
    private final LedgerAuditor auditor = new LedgerAuditor();
    private final WorldPast past;
    private final List<Told> told = new ArrayList<>();
    private MemberState state = Members.aMember();
    private Instant clock = Moments.START;
    private Traits traits = Traits.UNKNOWN;
    private Profile profile = Profile.EMPTY;
    private long revision = 1;
    private Budgets budgets = Budgets.NONE;
    private int codes;

    private World(ProgramHistory programs, boolean fromCheckpoints) {
        this.programs = programs;
        this.past = new WorldPast(fromCheckpoints);
    }

    /** A member who loads her past from checkpoints. */
    public static World under(ProgramHistory programs) {
        return new World(programs, true);
    }

    /** A member whose past is always folded from its beginning. */
    public static World withoutCheckpoints(ProgramHistory programs) {
        return new World(programs, false);
    }

    /** A member whose first decision is this one, at the moment. */
    static World beginning(ProgramHistory programs, Decision first, Instant now) {
        World world = new World(programs, true);
        world.auditor.fromTheBeginning();
        world.clock = now;
        world.keep(first);
        return world;
    }

    /** Another version was applied. */
    public World nowUnder(ProgramHistory newPrograms) {
        programs = newPrograms;
        return this;
    }

    /** Records a fact at the moment it occurred. */
    public Consequences record(Activity activity) {
        return record(activity, activity.occurredAt());
    }

    public Consequences record(Activity activity, Instant now) {
        return switch (tell(activity, now)) {
            case Result.Ok<Consequences>(var consequences) -> consequences;
            case Result.Refused<Consequences>(var refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    /** Records a fact unless it is refused. */
    public Result<Consequences> tell(Activity activity, Instant now) {
        Result<Consequences> result = Loyalty.historyNeeded(programs, state, activity, now)
                .map(need -> Loyalty.record(programs, state, activity, history(need), Budgets.NONE, now))
                .orElseGet(() -> Loyalty.record(programs, state, activity, Budgets.NONE, now));
        if (result instanceof Result.Ok<Consequences>(var consequences)) {
            store(consequences.decision(), now);
            told.add(new Told(activity, clock, traits));
        }
        return result;
    }

    /** Asks for a fact of the platform's own. */
    public Result<Consequences> ask(OwnFact own, Instant now) {
        return kept(Loyalty.recordOwn(programs, state, own, Budgets.NONE, now), Consequences::decision, now);
    }

    public StandingNow standing(Instant now) {
        return Loyalty.standing(programs, state, Budgets.NONE, now);
    }

    /** What the level rests on. */
    public StandingExplanation explainStanding(Instant now) {
        StandingGrounds grounds = new StandingGrounds(standing(now));
        return grounds.in(history(grounds.historyNeeded()));
    }

    /** Adjusts; empty when refused. */
    public Optional<Decision> adjust(UnitId unit, long amount, Instant now) {
        Result<Decision> result = Loyalty.adjust(programs, state, unit, amount, Budgets.NONE, now);
        return kept(result, decision -> decision, now) instanceof Result.Ok<Decision>(Decision decision)
                ? Optional.of(decision)
                : Optional.empty();
    }

    /** Has given back by hand what ran out. */
    public Result<Reinstated> reinstate(Reinstatement what, Instant now) {
        History expired = past.expired(state, new HistoryNeed.OfExpired(what.unit(), what.which()));
        return kept(what.decide(programs, state, expired, Budgets.NONE, now), Reinstated::decision, now);
    }

    /** Takes part in something, or not any more. */
    public Result<Decision> takes(TakingPart step, Instant now) {
        return kept(Community.takePart(programs, state, step, null, Budgets.NONE, now), decision -> decision, now);
    }

    /** What the world has of what is scarce. */
    public World having(Budgets pools) {
        budgets = pools;
        return this;
    }

    public Result<Redeemed> reserve(String reward, Instant now) {
        return redeemed(RewardDecisions.reserve(programs, state, reward, budgets, now), now);
    }

    public Result<Redeemed> redeem(String reward, Instant now) {
        return redeemed(RewardDecisions.redeem(programs, state, reward, this::code, budgets, now), now);
    }

    public Result<Redeemed> redeemReserved(long number, Instant now) {
        return redeemed(asked(number, now).redeem(number, this::code), now);
    }

    public Result<Redeemed> cancel(long number, Instant now) {
        return redeemed(asked(number, now).cancel(number), now);
    }

    public Result<Redeemed> reverse(long number, Instant now) {
        return redeemed(asked(number, now).reverse(number), now);
    }

    public Result<Redeemed> useVoucher(long number, String usedFor, Instant now) {
        return redeemed(asked(number, now).useVoucher(number, usedFor), now);
    }

    public Result<Offer> offer(String reward, Instant now) {
        return RewardDecisions.offer(programs, state, reward, budgets, now);
    }

    public Redemption redemption(long number) {
        return Objects.requireNonNull(past.redemptions().get(number), "a redemption of hers");
    }

    public List<Long> redemptionNumbers() {
        return List.copyOf(past.redemptions().keySet());
    }

    public Result<Quote> evaluate(Basket basket, Instant now) {
        return CheckoutDecisions.evaluate(programs, state, basket, budgets, now);
    }

    public Result<Held> reserve(Basket basket, Instant now) {
        History told = history(new HistoryNeed.OfOrder(basket.purchase().orderId()));
        return kept(CheckoutDecisions.reserve(programs, state, basket, told, budgets, now), Held::decision, now);
    }

    public Result<Held> cancelOrder(String orderId, Instant now) {
        return kept(CheckoutDecisions.cancel(programs, state, orderId, budgets, now), Held::decision, now);
    }

    private RedemptionDecisions asked(long number, Instant now) {
        return new RedemptionDecisions(programs, state, past.redemption(state, number), budgets, now);
    }

    private Optional<String> code(CodeSource source) {
        return Optional.of("CODE-" + ++codes);
    }

    private Result<Redeemed> redeemed(Result<Redeemed> result, Instant now) {
        return kept(result, Redeemed::decision, now);
    }

    /** Sends units to another member. */
    public Result<Transferred> send(Sending sending, Instant now) {
        return kept(transfers(now).send(sending), Transferred::decision, now);
    }

    /** Receives what another member has sent. */
    public Result<Transferred> receive(Transfer sent, Instant now) {
        return kept(transfers(now).receive(sent), Transferred::decision, now);
    }

    /** Has what she sent come back. */
    public Result<Transferred> takeBack(Transfer sent, Reason because, Instant now) {
        History sentOf = History.of(state, null, past.lots(sent.lots().stream()));
        return kept(transfers(now).takeBack(sent, sentOf, because), Transferred::decision, now);
    }

    private TransferDecisions transfers(Instant now) {
        return new TransferDecisions(programs, state, budgets, now);
    }

    /** Stores what was decided, unless it was refused. */
    private <T> Result<T> kept(Result<T> result, Function<T, Decision> decision, Instant now) {
        if (result instanceof Result.Ok<T>(T value)) {
            store(decision.apply(value), now);
        }
        return result;
    }

    /** Is suspended, closed, opened again. */
    public Decision becomes(StatusChange change, Instant now) {
        return store(change.of(programs, state, budgets, now), now);
    }

    public Decision advance(Instant now) {
        return store(Loyalty.advance(programs, state, Budgets.NONE, now), now);
    }

    /** The member's profile changed; conditions read this of it. */
    public Decision updateProfile(Traits newTraits, Instant now) {
        Profile before = profile;
        profile = Members.profile(newTraits);
        Member after = new Member(state.id(), state.number(), ++revision, state.enrolledAt(), now, profile);
        Decision decision = Loyalty.updateProfile(programs, state, before, after, Budgets.NONE, now);
        traits = profile.traits();
        store(decision, now);
        return decision;
    }

    /** Why the fact came to what it did. */
    public List<RuleOutcome> explain(RecordedFact fact) {
        String order = fact.activity().detail() instanceof Purchase purchase ? purchase.orderId() : "";
        History since = history(new HistoryNeed.Since(fact.activity().occurredAt(), order));
        return Loyalty.explain(programs, state, fact, since);
    }

    /** The past, as {@code MemberStates.history} promises it. */
    public History history(HistoryNeed need) {
        return past.history(need);
    }

    private Decision store(Decision decision, Instant now) {
        if (decision.sequenceBefore() != state.sequence()) {
            throw new AssertionError("decided on another state");
        }
        if (!decision.hasEffect()) {
            return decision;
        }
        clock = now.isAfter(clock) ? now : clock;
        if (!decision.after().advancedTo().equals(clock)) {
            throw new AssertionError("decided at " + decision.after().advancedTo() + ", not at " + clock);
        }
        keep(decision);
        return decision;
    }

    private void keep(Decision decision) {
        auditor.check(decision);
        state = decision.after();
        past.keep(decision);
        auditor.checkGrants(past.facts(), programs);
    }

    public MemberState state() {
        return state;
    }

    public Balance balance(UnitId unit) {
        return state.wallet().balance(unit);
    }

    public ProgramHistory programs() {
        return programs;
    }

    /** Every fact that was accepted, in the order of telling. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    public Collection<RecordedFact> facts() {
        return past.facts();
    }

    public RecordedFact fact(String externalId) {
        return past.fact(externalId);
    }

    public List<Decision> decisions() {
        return past.decisions();
    }

    public List<Entry> entries() {
        return past.entries();
    }

    public List<Event> events() {
        return decisions().stream()
                .flatMap(decision -> decision.events().stream())
                .toList();
    }
}
