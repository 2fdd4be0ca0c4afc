package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.util.List;
import java.util.stream.Stream;

/** The sound books have no pools: what is planted are some without what belongs to them. */
final class PlantedPools {

    private PlantedPools() {}

    static Stream<Plant> plants() {
        String sound = "each pool that somebody is in has a holder and one owner";
        return Stream.of(
                new Plant(sound, List.of(place(1, "OWNER", "JOINED"))),
                new Plant(sound, List.of(holder(), place(2, "ADULT", "JOINED"))),
                new Plant(sound, List.of(holder(), place(2, "OWNER", "JOINED"), place(3, "OWNER", "JOINED"))),
                new Plant("a pool's holder is nobody: it has no profile and no facts", List.of(holder())),
                new Plant("every row belongs to a member of its tenant", List.of(place(99, "OWNER", "LEFT"))));
    }

    /** The first member, who has facts. */
    private static String holder() {
        return "update member set member_id = concat(x'E28C82', 'owls') where tenant_id = 1 and member_no = 1";
    }

    private static String place(int member, String role, String state) {
        return "insert into pool_place values (1, " + member + ", 'owls', '" + role + "', '" + state + "', 0)";
    }
}
