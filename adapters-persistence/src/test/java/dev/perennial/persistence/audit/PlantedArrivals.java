package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with what members brought from another system. */
final class PlantedArrivals {

    /** Who came with 100 points: entry 1, lot 1. */
    static final int MEMBER = 41;

    private static final String THIS = " where tenant_id = 1 and member_no = " + MEMBER;

    private PlantedArrivals() {}

    static Stream<Plant> plants() {
        String brought = "what was brought from another system is what its import says";
        String nowhere = "nothing but an import opens a balance, and nothing goes back there";
        String level = "a level that was brought is its import's, and its import's was brought";
        return Stream.of(
                plant(brought, "update entry set amount = 99" + THIS + " and entry_no = 1"),
                plant(
                        brought,
                        "update entry set from_account = 'ADJUSTED', kind = 'ADJUST'" + THIS + " and entry_no = 1"),
                plant(brought, "update command set kind = 'ENROL_MEMBER'" + THIS + " and kind = 'IMPORT_MEMBER'"),
                plant(brought, "delete from command" + THIS + " and kind = 'IMPORT_MEMBER'"),
                plant(nowhere, "update entry set kind = 'ADJUST'" + THIS + " and entry_no = 1"),
                plant(nowhere, "update entry set from_account = 'ISSUED'" + THIS + " and entry_no = 1"),
                plant(nowhere, "update entry set to_account = 'OPENING'" + THIS + " and to_account = 'ADJUSTED'"),
                plant(
                        level,
                        "update activity set source = 'perennial', external_id = 'carried:41'" + THIS
                                + " and activity_no = 1"),
                plant(
                        level,
                        "update command set asked = json_set(asked, '$.level', 'gold')" + THIS
                                + " and kind = 'IMPORT_MEMBER'"));
    }

    private static Plant plant(String check, String sql) {
        return new Plant(check, List.of(sql));
    }
}
