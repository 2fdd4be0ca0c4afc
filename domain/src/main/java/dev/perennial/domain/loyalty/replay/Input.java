package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.loyalty.RecordedFact;
import java.time.Instant;

/** One thing that came to a member and was recorded. */
public sealed interface Input {

    /** When it was decided, by the member's own time, which never goes back. */
    Instant at();

    /** A fact, as it is recorded by now. */
    record Fact(RecordedFact recorded) implements Input {

        @Override
        public Instant at() {
            return recorded.recordedAt();
        }
    }

    /**
     * A command that had an effect.
     *
     * @param number of the command within the member
     * @param afterFact the number of the last fact that was recorded before it, be it the platform's own; negative when
     *     that was not kept
     * @param kind what it is called in the ledger, such as {@code ADJUST_UNITS}
     */
    record Command(long number, long afterFact, String kind, Asked asked, Instant at) implements Input {}
}
