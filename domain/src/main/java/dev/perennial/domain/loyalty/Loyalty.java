package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.community.Participation;
import dev.perennial.domain.loyalty.reward.Redemptions;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The decisions about a member. Pure: time is an input, and the same inputs always come to the same decision. */
public final class Loyalty {

    private Loyalty() {}

    /** The first state of a new member. */
    public static Decision enrol(ProgramHistory programs, MemberId id, int number, Profile profile, Instant now) {
        Deciding deciding = Deciding.on(programs, first(programs, id, number, profile, now, now), now);
        deciding.tell(new Event.MemberEnrolled(false));
        return deciding.done();
    }

    /** The state of which a member's first event has to be told. */
    static MemberState first(
            ProgramHistory programs, MemberId id, int number, Profile profile, Instant enrolledAt, Instant now) {
        Birthday birthday = new Celebrations(programs).given(profile, now);
        return new MemberState(
                id,
                number,
                0,
                enrolledAt,
                now,
                null,
                profile.traits(),
                birthday,
                0,
                Participation.NONE,
                Wallet.EMPTY,
                Redemptions.NONE,
                Tally.EMPTY,
                0,
                1,
                Merges.NONE);
    }

    /** The member's profile changed: conditions read the new traits from now on. */
    public static Decision updateProfile(
            ProgramHistory programs, MemberState state, Profile before, Member after, Budgets budgets, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        Birthday birthday = new Celebrations(programs)
                .changed(advance.state().birthday(), before, after.profile(), state.effective(now));
        MemberState changed = advance.state()
                .with(
                        after.profile()
                                .traits()
                                .as(state.traits().status(), state.traits().staff()),
                        birthday);
        Deciding deciding = Deciding.on(programs, changed, now);
        deciding.tell(new Event.ProfileUpdated(after.revision()));
        return advance.then(deciding.done(state.lastCommand() + 1));
    }

    /** Applies everything that is due by the moment, in order. Without effect when nothing is. */
    public static Decision advance(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        return advance.then(Deciding.on(programs, advance.state(), now).done());
    }

    /**
     * How much of the past a fact needs: nothing of it for an ordinary one, which comes after all the others and after
     * what the platform itself has to tell first.
     */
    public static Optional<HistoryNeed> historyNeeded(
            ProgramHistory programs, MemberState state, Activity activity, Instant now) {
        if (activity.detail() instanceof Refund refund) {
            return Optional.of(new HistoryNeed.OfOrder(refund.orderId()));
        }
        String about = activity.detail().aboutOrder();
        String order = activity.detail() instanceof Purchase purchase ? purchase.orderId() : about;
        boolean looksBack = !about.isEmpty()
                || Advance.of(programs, state, Budgets.NONE, now)
                        .state()
                        .tally()
                        .isPast(activity.position())
                || state.tally().waitingOrders().contains(order);
        return looksBack ? Optional.of(new HistoryNeed.Since(activity.occurredAt(), order)) : Optional.empty();
    }

    /** The budgets that deciding the fact, and what is due before it, may draw on: they have to be locked. */
    public static Set<BudgetUse> budgetsNeeded(
            ProgramHistory programs, MemberState state, @Nullable Activity activity, Instant now) {
        return new BudgetNeeds(programs, state, now).of(activity);
    }

    /** Records a fact that comes after all others of the member. */
    public static Result<Consequences> record(
            ProgramHistory programs, MemberState state, Activity activity, Budgets budgets, Instant now) {
        return withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            return new Recording(programs, advance.state(), activity, advance.left(), now)
                    .appended()
                    .map(advance::then);
        });
    }

    /** Records a late fact or a refund, and decides again what it changes. */
    public static Result<Consequences> record(
            ProgramHistory programs,
            MemberState state,
            Activity activity,
            History history,
            Budgets budgets,
            Instant now) {
        return withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            return new Recording(programs, advance.state(), activity, advance.left(), now)
                    .folded(advance.onto(history))
                    .map(advance::then);
        });
    }

    /**
     * Records a fact of the platform's own that somebody asked for, unless it would change nothing. It comes after all
     * others of the member, so it never needs a part of the past.
     *
     * @return refused with a reason of {@link OwnFact#refusal}
     */
    public static Result<Consequences> recordOwn(
            ProgramHistory programs, MemberState state, OwnFact own, Budgets budgets, Instant now) {
        return withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Activity activity = own.after(advance.state(), now);
            Optional<Refusal> refusal = own.refusal(programs, advance.state(), activity.occurredAt());
            return refusal.<Result<Consequences>>map(Result::refused)
                    .orElseGet(() -> new Recording(programs, advance.state(), activity, advance.left(), now)
                            .appended()
                            .map(advance::then));
        });
    }

    /** The member's standing when everything that is due by the moment has happened. */
    public static StandingNow standing(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {
        return StandingNow.of(programs, advance(programs, state, budgets, now).after());
    }

    /**
     * Why a recorded fact came to what it did: its decision once more, on what was read then.
     *
     * @param history which holds the fact
     * @return what each rule for this kind of fact said, in the order of the program; none for a refund
     */
    public static List<RuleOutcome> explain(
            ProgramHistory programs, MemberState state, RecordedFact fact, History history) {
        if (fact.activity().detail() instanceof Refund) {
            return List.of();
        }
        Sides sides = new Sides(programs, state, Budgets.NONE, history.about());
        return sides.fold(fact).again(history.before(), sides.of(fact, history.facts()), fact).stream()
                .map(outcome -> outcome.creditedAs(granted(fact, outcome)))
                .toList();
    }

    private static @Nullable Grant granted(RecordedFact fact, RuleOutcome outcome) {
        return fact.grants().stream()
                .filter(grant ->
                        grant.rule().equals(outcome.rule()) && grant.unit().equals(outcome.unit()))
                .findFirst()
                .orElse(null);
    }

    /**
     * A correction by hand.
     *
     * @param amount units to give, or when negative to take; never zero
     * @return refused with {@link Reason#MEMBER_CLOSED}, or with {@link Reason#INSUFFICIENT_UNITS} when more is taken
     *     than is available
     */
    public static Result<Decision> adjust(
            ProgramHistory programs, MemberState state, UnitId unit, long amount, Budgets budgets, Instant now) {
        return withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Optional<Refusal> closed = Permission.toOperator(state);
            if (closed.isPresent()) {
                return Result.refused(closed.get());
            }
            Deciding deciding = Deciding.on(programs, advance.state(), now);
            long command = state.lastCommand() + 1;
            Occasion occasion = new Occasion(Cause.command(command), deciding.now);
            if (amount > 0) {
                deciding.posting.issue(
                        unit, amount, Terms.withoutExpiry(deciding.now), Account.ADJUSTED, EntryKind.ADJUST, occasion);
                deciding.settle(occasion.cause(), state.tally().qualified());
            } else if (!deciding.posting.spend(
                    unit, Math.negateExact(amount), Account.ADJUSTED, EntryKind.ADJUST, occasion)) {
                return Result.refused(RewardDecisions.enough(unit, -amount, deciding.posting.usable(unit, deciding.now))
                        .refusal());
            }
            return Result.ok(advance.then(deciding.done(command)));
        });
    }

    static <T> Result<T> withinRange(Supplier<Result<T>> decide) {
        try {
            return decide.get();
        } catch (ArithmeticException tooLarge) { // only exact arithmetic throws it, before anything is stored
            return Result.refused(Refusal.of(Reason.BALANCE_OVERFLOW, "The balance would exceed what can be counted."));
        }
    }
}
