package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sound books have no sums of days yet: what is planted is a day that is summed wrongly, or not at all. The known
 * story has its first entry on day 1.
 */
final class PlantedSums {

    private static final String ALL = "what is summed by days is all that was recorded up to then";
    private static final String EACH = "each summed day has what was recorded on it";

    private PlantedSums() {}

    static Stream<Plant> plants() {
        Long afterFirst = AuditedLedger.micros(AuditedLedger.START.plus(Duration.ofDays(2)));
        String sum = "insert into entry_day values (1, 'points', '2026-01-01', 'base', 1, 'EARN', 'ISSUED', 'PENDING',"
                + " 0, " + afterFirst + ", 1)";
        return Stream.of(
                new Plant(ALL, List.of("insert into entry_summed values (1, " + afterFirst + ")")),
                new Plant(ALL, List.of(sum)),
                new Plant(EACH, List.of(sum)));
    }
}
