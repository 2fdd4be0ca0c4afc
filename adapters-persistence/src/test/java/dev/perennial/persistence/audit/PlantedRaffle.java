package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.AuditedLedger.Rows;
import dev.perennial.persistence.audit.LedgerAuditTest.Plant;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A raffle among the points of the known story, drawn, and what may go wrong with it. */
final class PlantedRaffle {

    private static final int RAFFLE = 1;
    private static final int MEMBER = 1;
    private static final long CLOSE_DAY = 10;

    /** What the known story comes to on that day, by its last entry. */
    private static final long TICKETS = 80;

    private static final long LAST_ENTRY = 7;

    private PlantedRaffle() {}

    static void store(Rows rows) {
        Long closedAt = AuditedLedger.micros(AuditedLedger.START.plus(Duration.ofDays(CLOSE_DAY)));
        byte[] hash = new byte[32];
        byte[] reply = {1};
        rows.insert(
                "raffle",
                AuditedLedger.TENANT,
                RAFFLE,
                "spring",
                hash,
                reply,
                reply,
                closedAt,
                "Spring",
                "points",
                closedAt,
                1,
                "",
                1,
                MEMBER,
                1,
                1,
                TICKETS,
                hash,
                closedAt,
                reply,
                "",
                closedAt,
                reply);
        rows.insert("raffle_ticket", AuditedLedger.TENANT, RAFFLE, MEMBER, hash, TICKETS, LAST_ENTRY, 0, 1);
        rows.insert("raffle_block", AuditedLedger.TENANT, RAFFLE, 0, 1, hash);
        rows.insert("raffle_place", AuditedLedger.TENANT, RAFFLE, 1, TICKETS, MEMBER);
        rows.insert("request_key", AuditedLedger.TENANT, key(4), hash, 4, 0, RAFFLE);
        rows.insert("request_key", AuditedLedger.TENANT, key(5), hash, 5, 0, RAFFLE);
    }

    private static byte[] key(int subject) {
        byte[] key = new byte[16];
        key[0] = (byte) subject;
        return key;
    }

    static Stream<Plant> plants() {
        String counts = "a closed raffle counts the members and the tickets of its lines";
        String numbers = "the tickets of a closed raffle are numbered from 1 without gaps";
        String ledger = "a line of a raffle has the tickets that the ledger counts up to its entry";
        String winners = "a raffle has no more winners than there are to be, each with an own ticket";
        return Stream.of(
                plant(counts, "update raffle set tickets = tickets + 1"),
                plant(counts, "delete from raffle_ticket"),
                plant(numbers, "update raffle_ticket set first_ticket = 2"),
                plant(numbers, "update raffle_ticket set first_ticket = null"),
                plant(ledger, "update raffle_ticket set tickets = tickets + 1"),
                plant(ledger, "update raffle_ticket set entry_no = 6"),
                plant(winners, "update raffle set winners = 0"),
                plant(winners, "update raffle_place set ticket = 81"),
                plant(winners, "update raffle_place set member_no = 2"),
                plant("every effect keeps the reply that was sent", "update raffle set draw_reply = null"),
                plant("every key has one effect and every effect one key", "update raffle set drawn_at = null"),
                plant("every row belongs to a member of its tenant", "update raffle_ticket set tenant_id = 2"),
                plant("every row belongs to a tenant", "update raffle set tenant_id = 77"));
    }

    private static Plant plant(String check, String sql) {
        return new Plant(check, List.of(sql));
    }
}
