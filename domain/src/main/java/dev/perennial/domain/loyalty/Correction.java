package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Something that somebody does by hand to what a member has. */
public sealed interface Correction {

    UnitId unit();

    /** In the unit's smallest step, negative when units are taken; of what ran out, 0 for all. */
    long amount();

    /** The same, where entries have other numbers now. */
    Correction numbered(LongUnaryOperator entries);

    /** What has to be known of the past to decide it; empty for nothing. */
    Optional<HistoryNeed> historyNeeded();

    /**
     * Decides it, whoever asks.
     *
     * @param history what it needs, null when it needs nothing
     * @return refused with {@link Reason#UNIT_NOT_FOUND}, or as {@link Loyalty#adjust} or {@link Reinstatement#decide}
     */
    default Result<Corrected> decide(
            ProgramHistory programs, MemberState state, @Nullable History history, Budgets budgets, Instant now) {
        return programs.at(now).program().units().containsKey(unit())
                ? known(programs, state, history, budgets, now)
                : Result.refused(Refusal.of(Reason.UNIT_NOT_FOUND, "The program has no such unit."));
    }

    /** The same of a unit that the program has. */
    Result<Corrected> known(
            ProgramHistory programs, MemberState state, @Nullable History history, Budgets budgets, Instant now);

    /**
     * What it came to.
     *
     * @param amount how much was given, or taken, never negative
     * @param asked what deciding it once more has to know
     */
    record Corrected(Decision decision, long amount, Asked asked) {}

    /** Units are given, or when negative taken; never 0. */
    record Adjust(UnitId unit, long amount) implements Correction {

        @Override
        public Correction numbered(LongUnaryOperator entries) {
            return this;
        }

        @Override
        public Optional<HistoryNeed> historyNeeded() {
            return Optional.empty();
        }

        @Override
        public Result<Corrected> known(
                ProgramHistory programs, MemberState state, @Nullable History history, Budgets budgets, Instant now) {
            return Loyalty.adjust(programs, state, unit, amount, budgets, now)
                    .map(decision -> new Corrected(decision, Math.abs(amount), new Asked.Adjustment(unit, amount)));
        }
    }

    /** Units that ran out are given back. */
    record Reinstate(Reinstatement what) implements Correction {

        @Override
        public Correction numbered(LongUnaryOperator entries) {
            return new Reinstate(what.numbered(entries));
        }

        @Override
        public UnitId unit() {
            return what.unit();
        }

        @Override
        public long amount() {
            return what.amount();
        }

        @Override
        public Optional<HistoryNeed> historyNeeded() {
            return Optional.of(what.historyNeeded());
        }

        @Override
        public Result<Corrected> known(
                ProgramHistory programs, MemberState state, @Nullable History history, Budgets budgets, Instant now) {
            if (history == null) {
                throw new IllegalArgumentException("what ran out is a part of the past");
            }
            return what.decide(programs, state, history, budgets, now)
                    .map(done -> new Corrected(done.decision(), done.amount(), what.asked(done, history)));
        }
    }
}
