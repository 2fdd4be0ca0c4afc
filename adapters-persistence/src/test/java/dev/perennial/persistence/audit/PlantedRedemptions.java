package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.util.List;
import java.util.stream.Stream;

/** The sound books have no redemptions: what is planted are some that nothing else knows of. */
final class PlantedRedemptions {

    private static final String EMPTY = "'{\"lots\": []}'";

    private PlantedRedemptions() {}

    static Stream<Plant> plants() {
        return Stream.of(
                new Plant(
                        "what a redemption has moved is what its state says, once",
                        List.of(redemption("RESERVED", 10, true, "null", "null"))),
                new Plant(
                        "a reservation was held once and never both redeemed and cancelled",
                        List.of("insert into entry values (1, 1, 99, 'points', 'HELD', 'AVAILABLE', 10, 1, 'RELEASE',"
                                + " 'COMMAND', 1, 0, 'reward:mug', 1, 0, null, 0)")),
                new Plant(
                        "open redemptions are marked and counted",
                        List.of(redemption("REDEEMED", 0, true, "null", "null"))),
                new Plant(
                        "reservations and vouchers end when their time is over",
                        List.of(redemption("RESERVED", 0, true, "0", "null"))),
                new Plant(
                        "a voucher is held for an order that is reserved, and for no other",
                        List.of(
                                redemption("REDEEMED", 0, true, "null", "'A'"),
                                "update redemption set voucher_state = 'HELD' where code = 'A'")),
                new Plant(
                        "no order was given back more than it was paid with",
                        List.of(
                                redemption("REDEEMED", 10, false, "null", "null"),
                                "update redemption set returned = 11")),
                new Plant(
                        "what is taken of a stock is what was given out and is reserved",
                        List.of("insert into budget_use values (1, 'stock:mug', '1970-01-01', 1)")),
                new Plant(
                        "an imported code is one member's",
                        List.of("insert into voucher_code values (1, 'spring', 1, 'A', 1)")),
                new Plant(
                        "each voucher is known by its code, and by no other",
                        List.of(redemption("REDEEMED", 0, false, "null", "'A'"))));
    }

    private static String redemption(String state, long amount, boolean open, String endsAt, String code) {
        return "insert into redemption values (1, 1, 1, " + open + ", 'mug', 1, '" + state + "', 0, 0, " + endsAt
                + ", 'points', " + amount + ", " + EMPTY + ", " + EMPTY + ", " + code
                + ", null, null, null, null, null, 0, null, 0)";
    }
}
