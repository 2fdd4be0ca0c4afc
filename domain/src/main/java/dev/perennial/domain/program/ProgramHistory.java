package dev.perennial.domain.program;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The versions of a tenant's program with what they were compiled to, in the order in which they take effect. */
public record ProgramHistory(List<InForce> versions) {

    public static final ProgramHistory NONE = new ProgramHistory(List.of());

    public ProgramHistory {
        versions = List.copyOf(versions);
    }

    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /**
     * The version that decides what happened at the moment. What happened before the first version is decided by the
     * first.
     */
    public InForce at(Instant moment) {
        InForce found = versions.getFirst();
        for (InForce candidate : versions) {
            if (candidate.version().effectiveAt().isAfter(moment)) {
                break;
            }
            found = candidate;
        }
        return found;
    }

    /** When the next version after the moment takes effect: what is due may be something else from then on. */
    public Optional<Instant> nextAfter(Instant moment) {
        return versions.stream()
                .map(candidate -> candidate.version().effectiveAt())
                .filter(effectiveAt -> effectiveAt.isAfter(moment))
                .min(Instant::compareTo);
    }

    /** The version of that number, which must be one of these. */
    public InForce numbered(int number) {
        return versions.stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** A version and its checked program. */
    public record InForce(ProgramVersion version, Program program) {

        public int number() {
            return version.number();
        }
    }

    /**
     * A leaderboard as it stood at the end of a period, so that no later version moves what was final; a version that did
     * not have it yet says nothing.
     *
     * @param current as the version in force now has it
     */
    public LeaderboardDocument leaderboard(LeaderboardDocument current, Instant end, Instant now) {
        return now.isBefore(end)
                ? current
                : at(end).program().leaderboard(current.id()).orElse(current);
    }
}
