package dev.perennial.application.loyalty;

import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a caller saw before it asked. When something has moved since, it is refused: nothing is decided on what the
 * caller did not see.
 *
 * @param memberSequence the member's; empty means any
 * @param programVersion the number of the version that decides; empty means any
 */
public record Expectations(OptionalLong memberSequence, OptionalInt programVersion) {

    /** Whatever there is. */
    public static final Expectations NONE = new Expectations(OptionalLong.empty(), OptionalInt.empty());

    /** From what a caller may leave out: each counts only when it was told. */
    public static Expectations told(boolean hasSequence, long sequence, boolean hasVersion, int version) {
        return new Expectations(
                hasSequence ? OptionalLong.of(sequence) : OptionalLong.empty(),
                hasVersion ? OptionalInt.of(version) : OptionalInt.empty());
    }

    /**
     * What has moved, if anything.
     *
     * @param version the number of the version that is about to decide
     * @param budgets at least those that what is due for the member may draw on
     * @return {@link Reason#MEMBER_MOVED} or {@link Reason#PROGRAM_VERSION_MOVED}
     */
    public Optional<Refusal> unmet(
            ProgramHistory programs, MemberState state, int version, Budgets budgets, Instant now) {
        if (memberSequence.isPresent() && !isAt(programs, state, memberSequence.getAsLong(), budgets, now)) {
            return Optional.of(Refusal.memberMoved(state.sequence(), memberSequence.getAsLong()));
        }
        return programVersion.isPresent() && programVersion.getAsInt() != version
                ? Optional.of(Refusal.programVersionMoved(version, programVersion.getAsInt()))
                : Optional.empty();
    }

    /** Balances are told as of now: what fell due counts for them, whether or not it was written down already. */
    private static boolean isAt(
            ProgramHistory programs, MemberState state, long expected, Budgets budgets, Instant now) {
        return expected >= state.sequence()
                && expected
                        <= Loyalty.advance(programs, state, budgets, now)
                                .after()
                                .sequence();
    }
}
