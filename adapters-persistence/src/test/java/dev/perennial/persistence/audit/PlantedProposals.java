package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.util.List;
import java.util.stream.Stream;

/** The sound books have no proposals: what is planted are some that nothing else knows of. */
final class PlantedProposals {

    private static final String CHECK =
            "what was approved was carried out by somebody else than who proposed it, and is told of both";

    private PlantedProposals() {}

    static Stream<Plant> plants() {
        return Stream.of(
                new Plant(CHECK, List.of(proposal("APPROVED", "peter", 99))),
                new Plant(CHECK, List.of(proposal("REJECTED", "peter", 1))),
                new Plant(CHECK, List.of(proposal("OPEN", "", 1))),
                new Plant(
                        CHECK,
                        List.of(
                                proposal("APPROVED", "maria", 1),
                                "update command set kind = 'ADJUST_APPROVED', actor = 'maria', approver = 'maria'"
                                        + " where tenant_id = 1 and member_no = 1 and command_no = 1")),
                new Plant(
                        "every row belongs to a member of its tenant",
                        List.of(proposal("OPEN", "", 0).replace("(1, 1,", "(1, 99,"))));
    }

    private static String proposal(String state, String decider, long by) {
        return "insert into adjustment_proposal values (1, 1, 1, 1, '{}', 'why', 'maria', 0, 1, '" + state + "', '"
                + decider + "', null, " + by + ", '')";
    }
}
