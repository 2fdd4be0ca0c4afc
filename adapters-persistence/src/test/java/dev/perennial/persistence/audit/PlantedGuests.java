package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.util.List;
import java.util.stream.Stream;

/** The sound books have no guests: what is planted are some that were claimed by halves. */
final class PlantedGuests {

    private static final String CLAIMED = "an order that was claimed is its member's, and nothing of the guest is left";
    private static final String WAITS = "what was told of a guest's order waits with it, as much as it says";
    private static final String ORDER_OF_FIRST_FACT =
            "update activity set order_id = 'g1', order_part = 0 where tenant_id = 1 and member_no = 1 and activity_no"
                    + " = 1";

    private PlantedGuests() {}

    static Stream<Plant> plants() {
        return Stream.of(
                new Plant(CLAIMED, List.of(claimed(1, "null", 0))), // of which the member knows nothing
                new Plant(CLAIMED, List.of(ORDER_OF_FIRST_FACT, claimed(2, "null", 0))), // which is another's
                new Plant(CLAIMED, List.of(ORDER_OF_FIRST_FACT, claimed(1, "repeat('x', 32)", 0))),
                new Plant(CLAIMED, List.of(ORDER_OF_FIRST_FACT, claimed(1, "null", 1))),
                new Plant(
                        "an order that waits can be claimed once it was bought, and not before",
                        List.of(order("null", 0))),
                new Plant("what a guest did is nobody's", List.of(told("'g1'", """
                    (select source from activity where tenant_id = 1 and member_no = 1 and activity_no = 1),
                    (select external_id from activity where tenant_id = 1 and member_no = 1 and activity_no = 1)\
                    """))),
                new Plant(WAITS, List.of(told("'g1'", "'shop', 'x1'"))),
                new Plant(WAITS, List.of(order("null", 2), told("'g1'", "'shop', 'x1'"))),
                new Plant(
                        "of a guest whose time was over only the replies are left",
                        List.of(told("null", "'shop', 'x1'"))),
                new Plant("every key has one effect and every effect one key", List.of(told("'g1'", "'shop', 'x1'"))),
                new Plant("every row belongs to a member of its tenant", List.of(order("99", 0))),
                new Plant(
                        "every row belongs to a tenant",
                        List.of(order("null", 0).replace("(1,", "(77,"))));
    }

    private static String claimed(int member, String hash, int facts) {
        return "insert into guest_order values (1, 'g1', " + hash + ", null, 0, 1, " + facts + ", " + member + ", 0)";
    }

    private static String order(String member, int facts) {
        return "insert into guest_order values (1, 'g1', null, null, 0, 1, " + facts + ", " + member + ", null)";
    }

    private static String told(String order, String key) {
        return "insert into guest_activity values (1, 1, " + order + ", " + key + ", 0, 0, '{}', 0, 'reply')";
    }
}
