package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.util.List;
import java.util.stream.Stream;

/** The sound books have no bulks: what is planted are lines of some that nobody, or the wrong one, has approved. */
final class PlantedBulks {

    private static final String CHECK =
            "a line of a bulk that was approved was done while an approval of somebody else was valid";
    private static final String ALWAYS = String.valueOf(Long.MAX_VALUE);

    private PlantedBulks() {}

    static Stream<Plant> plants() {
        return Stream.of(
                new Plant(CHECK, List.of(line("kim", "maria", 0))),
                new Plant(CHECK, List.of(line("kim", "maria", 7))),
                new Plant(CHECK, List.of(approval("0", ALWAYS, "null"), line("kim", "olga", 7))),
                new Plant(CHECK, List.of(approval("0", ALWAYS, "null"), line("Maria ", "maria", 7))),
                new Plant(CHECK, List.of(approval("0", "1", "null"), line("kim", "maria", 7))),
                new Plant(CHECK, List.of(approval(ALWAYS, ALWAYS, "null"), line("kim", "maria", 7))),
                new Plant(CHECK, List.of(approval("0", ALWAYS, "1"), line("kim", "maria", 7))),
                new Plant(
                        CHECK, List.of(approval("0", ALWAYS, "null"), "update command set bulk_approval = 7" + FIRST)),
                new Plant(
                        "the lines of a bulk that was approved are of one person, for one reason",
                        List.of(
                                approval("0", ALWAYS, "null"),
                                "update command set bulk_approval = 7, note = command_no"
                                        + " where tenant_id = 1 and member_no = 1")),
                new Plant(
                        "every row belongs to a tenant",
                        List.of(approval("0", "1", "null").replace("values (1,", "values (77,"))));
    }

    private static final String FIRST = " where tenant_id = 1 and member_no = 1 and command_no = 1";

    private static String approval(String approvedAt, String expiresAt, String withdrawnAt) {
        return "insert into bulk_approval (tenant_id, bulk, content_hash, approver, approved_at, position, expires_at,"
                + " withdrawn_at) values (1, 'spring', repeat('a', 64), 'maria', " + approvedAt + ", 7, " + expiresAt
                + ", " + withdrawnAt + ")";
    }

    private static String line(String actor, String approver, long approval) {
        return "update command set kind = 'ADJUST_APPROVED', actor = '" + actor + "', approver = '" + approver
                + "', bulk_approval = " + approval + FIRST;
    }
}
