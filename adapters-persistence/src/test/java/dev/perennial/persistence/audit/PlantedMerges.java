package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.util.List;
import java.util.stream.Stream;

/** The sound books have no merges: what is planted are some that were left half done. */
final class PlantedMerges {

    private PlantedMerges() {}

    static Stream<Plant> plants() {
        return Stream.of(
                new Plant("nothing is left with somebody who was merged", List.of(leading(1, 2))),
                new Plant("who was merged leads to a member, and that one knows it", List.of(leading(1, 2))),
                new Plant("who was merged leads to a member, and that one knows it", List.of(merge(1, 2))),
                new Plant(
                        "who was merged leads to a member, and that one knows it",
                        List.of(leading(1, 2), merge(1, 2), leading(2, 3), merge(2, 3))),
                new Plant("a survivor counts those who were merged into it", List.of(merge(1, 2))),
                new Plant("every row belongs to a member of its tenant", List.of(merge(99, 2))));
    }

    private static String leading(int member, int into) {
        return "update member set merged_into = " + into + " where tenant_id = 1 and member_no = " + member;
    }

    private static String merge(int from, int into) {
        return "insert into member_merge values (1, " + from + ", " + into + ", 1, 0, 1, 0, 1, 0, 0, 0)";
    }
}
