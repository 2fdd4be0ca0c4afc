package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Reinstating;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Units that ran out, to be given back by hand.
 *
 * @param amount how many, in the unit's smallest step; 0 for all
 */
public record Reinstatement(UnitId unit, Expired which, long amount, Until until) {

    /** For how long they can be used again. */
    public sealed interface Until {

        /** Until the moment, which is the first at which they no longer can. */
        record Moment(Instant at) implements Until {}

        /** So many days of 24 hours from now, at least 1. */
        record Days(int days) implements Until {}

        /** For ever. */
        record Never() implements Until {}

        private @Nullable Instant from(Instant now) {
            return switch (this) {
                case Moment(Instant at) -> at;
                case Days(int days) -> now.plus(Duration.ofDays(days));
                case Never() -> null;
            };
        }
    }

    /** What it came to. */
    public record Reinstated(Decision decision, long amount) {}

    /** So many of them, instead of all. */
    Reinstatement of(long howMany) {
        return new Reinstatement(unit, which, howMany, until);
    }

    Reinstatement numbered(LongUnaryOperator entries) {
        return which instanceof Expired.By(long entry)
                ? new Reinstatement(unit, new Expired.By(entries.applyAsLong(entry)), amount, until)
                : this;
    }

    /** What has to be known of the past to decide it. */
    public HistoryNeed historyNeeded() {
        return new HistoryNeed.OfExpired(unit, which);
    }

    /** What deciding it once more has to know: the moment, too, since elsewhere the entry may have another number. */
    Asked asked(Reinstated done, History history) {
        if (!(which instanceof Expired.By)) {
            return new Asked.GivingBack(this, null);
        }
        Instant ranOutAt = Stream.concat(history.expiries().stream(), done.decision().entries().stream())
                .filter(entry -> which.means(entry, unit))
                .map(Entry::effectiveAt)
                .findFirst()
                .orElseThrow();
        return new Asked.GivingBack(new Reinstatement(unit, which, done.amount(), until), ranOutAt);
    }

    /**
     * Gives the units back.
     *
     * @param history with what ran out and is meant
     * @return refused with {@link Reason#MEMBER_CLOSED}, {@link Reason#EXPIRY_IN_THE_PAST}, {@link
     *     Reason#EXPIRY_REQUIRED}, {@link Reason#NOTHING_EXPIRED}, {@link Reason#MORE_THAN_EXPIRED} or {@link
     *     Reason#BALANCE_OVERFLOW}
     */
    public Result<Reinstated> decide(
            ProgramHistory programs, MemberState state, History history, Budgets budgets, Instant now) {
        return Loyalty.withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            History past = advance.onto(history);
            Deciding deciding = Deciding.on(programs, advance.state(), past, now);
            Optional<Refusal> refusal =
                    Permission.toOperator(advance.state()).or(() -> untimely(programs, deciding.now));
            if (refusal.isPresent()) {
                return Result.refused(refusal.get());
            }
            List<Entry> expiries = Stream.concat(past.expiries().stream(), deciding.posting.entries().stream())
                    .filter(entry -> which.means(entry, unit))
                    .toList();
            return given(deciding, expiries, state.lastCommand() + 1)
                    .map(done -> new Reinstated(advance.then(done.decision()), done.amount()));
        });
    }

    private Result<Reinstated> given(Deciding deciding, List<Entry> expiries, long command) {
        Occasion occasion = new Occasion(Cause.command(command), deciding.now);
        Reinstating reinstating = new Reinstating(deciding.posting, occasion);
        long left = reinstating.left(expiries);
        if (left == 0) {
            return refused(Reason.NOTHING_EXPIRED, "Nothing of it has run out that could be given back.", Map.of());
        }
        if (amount > left) {
            return refused(
                    Reason.MORE_THAN_EXPIRED,
                    "No more than " + left + " can be given back.",
                    Map.of("expired", Long.toString(left), "asked", Long.toString(amount)));
        }
        long given = amount == 0 ? left : amount;
        reinstating.giveBack(expiries, given, until.from(deciding.now));
        deciding.settle(occasion.cause(), deciding.state.tally().qualified());
        return Result.ok(new Reinstated(deciding.done(command), given));
    }

    private Result<Reinstated> refused(Reason reason, String message, Map<String, String> details) {
        return Result.refused(Refusal.of(reason, message, details));
    }

    private Optional<Refusal> untimely(ProgramHistory programs, Instant at) {
        Instant expiresAt = until.from(at);
        if (expiresAt != null) {
            return expiresAt.isAfter(at)
                    ? Optional.empty()
                    : Optional.of(Refusal.of(Reason.EXPIRY_IN_THE_PAST, "What is given back would run out at once."));
        }
        return programs.at(at).program().runsOut(unit)
                ? Optional.of(Refusal.of(Reason.EXPIRY_REQUIRED, "The program lets the unit run out."))
                : Optional.empty();
    }
}
