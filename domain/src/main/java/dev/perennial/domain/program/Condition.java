package dev.perennial.domain.program;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A compiled question about facts; compiled and type-checked when a program is planned, never at the till. */
@FunctionalInterface
public interface Condition {

    /** The condition of a rule that has none. */
    Condition ALWAYS = facts -> Verdict.MATCHED;

    /** Answers for the facts. It never throws: a question that cannot be answered did not match, with the reason. */
    Verdict test(Facts facts);

    /** The ids of the counters that it reads by name, each of which its program must have. */
    default Set<String> counters() {
        return Set.of();
    }

    /**
     * What can be said against asking it about facts of the subject, before any was seen; empty when nothing can.
     *
     * @param zone in which it reads local dates
     */
    default List<String> doubts(Subject subject, ZoneId zone, Instant now) {
        return List.of();
    }

    /**
     * The answer.
     *
     * @param reason why it did not match; empty when it did
     */
    record Verdict(boolean matched, String reason) {

        public static final Verdict MATCHED = new Verdict(true, "");

        public static Verdict notMatched(String reason) {
            return new Verdict(false, reason);
        }
    }
}
