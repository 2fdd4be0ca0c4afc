package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When anything next happens to a member by itself. */
final class Plans {

    private Plans() {}

    /** The state with the next moment at which it is due. */
    static MemberState planned(ProgramHistory programs, MemberState state) {
        return state.due(next(programs, state).orElse(null));
    }

    private static Optional<Instant> next(ProgramHistory programs, MemberState state) {
        Instant now = state.advancedTo();
        if (programs.isEmpty()) {
            return state.wallet().nextDueAt();
        }
        Wallet wallet = Sliding.expiries(state.wallet(), state.tally().qualified(), programs);
        return Stream.of(
                        wallet.nextDueAt(),
                        state.redemptions().nextDueAt(),
                        new StandingEvents(programs, state)
                                .at(state.tally(), now)
                                .nextDueAt(programs, state.enrolledAt()),
                        new Celebrations(programs).nextDueAt(state, now),
                        programs.nextAfter(now))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
