package dev.perennial.domain.loyalty.standing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The next thing that happens to a standing by itself. */
record Due(Instant at, Step step) {

    /**
     * In the order in which they happen at the same moment: the version in force decides first, a review looks at what
     * came before its moment, and what happens at the moment comes last.
     */
    enum Step {
        PROGRAM,
        REVIEW,
        GRACE_OVER,
        MATCH_OVER,
        MEMBERSHIP,
        LOSS
    }

    static Optional<Due> next(Standing standing, Setting setting) {
        if (standing.version() == 0) {
            return Optional.empty();
        }
        Rules rules = setting.numbered(standing.version());
        return Stream.of(
                        due(setting.endOf(standing.version()), Step.PROGRAM),
                        due(Reviews.under(rules).dueAt(standing.tier()), Step.REVIEW),
                        due(Optional.ofNullable(standing.tier().graceEndsAt()), Step.GRACE_OVER),
                        due(earliest(standing.matches().stream().map(Match::endsAt)), Step.MATCH_OVER),
                        due(
                                earliest(standing.memberships().stream()
                                        .flatMap(membership -> Stream.ofNullable(membership.until()))),
                                Step.MEMBERSHIP),
                        due(earliest(standing.losses().stream().map(Loss::lostAt)), Step.LOSS))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Due::at).thenComparing(Due::step));
    }

    private static Optional<Instant> earliest(Stream<Instant> moments) {
        return moments.min(Comparator.naturalOrder());
    }

    private static Optional<Due> due(Optional<Instant> at, Step step) {
        return at.map(moment -> new Due(moment, step));
    }
}
