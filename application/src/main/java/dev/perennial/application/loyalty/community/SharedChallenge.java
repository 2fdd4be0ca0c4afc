package dev.perennial.application.loyalty.community;

import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.Counter;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.shared.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** A challenge that the members of a club work towards together, and the period of the counter that it watches. */
record SharedChallenge(ChallengeDocument document, Period period, ZoneId zone) {

    /** Those of a program, in its order. Its check sees to it that they watch counters over calendar periods. */
    static List<SharedChallenge> of(Program program) {
        return program.document().engagement().challenges().stream()
                .filter(ChallengeDocument::shared)
                .flatMap(challenge -> Stream.ofNullable(program.counter(challenge.counter()))
                        .map(counter -> new SharedChallenge(challenge, period(counter), program.zone())))
                .toList();
    }

    private static Period period(Counter counter) {
        return ((Window.Current) counter.document().window()).period();
    }

    LocalDate startOf(LocalDate day) {
        return period.startOf(day);
    }

    Instant endOf(LocalDate start) {
        return period.endOf(start).atStartOfDay(zone).toInstant();
    }

    List<Long> reachedBy(long total) {
        return document.stages().stream()
                .map(Stage::target)
                .filter(target -> total >= target)
                .toList();
    }
}
