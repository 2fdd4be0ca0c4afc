package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.util.List;
import java.util.stream.Stream;

/** The sound books have no transfers: what is planted are some that nothing else knows of. */
final class PlantedTransfers {

    private PlantedTransfers() {}

    static Stream<Plant> plants() {
        return Stream.of(
                new Plant("what is in transit is what was sent and is not settled", List.of(transfer("SENT"))),
                new Plant("a transfer was sent, and came back only if it says so", List.of(transfer("SENT"))),
                new Plant(
                        "what members received and what came back to them is what transfers say",
                        List.of(transfer("RECEIVED"))),
                new Plant("a transfer says when it was settled, and why it came back", List.of(transfer("RECEIVED"))),
                new Plant(
                        "every row belongs to a member of its tenant",
                        List.of(transfer("SENT").replace("1, 2, 'points'", "1, 99, 'points'"))));
    }

    private static String transfer(String state) {
        return "insert into transfer values (1, 1, 1, 1, 2, 'points', 10, '', 1, '" + state
                + "', 0, null, '{\"lots\": []}', '')";
    }
}
