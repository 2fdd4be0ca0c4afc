package dev.perennial.persistence.audit;

import dev.perennial.persistence.audit.AuditedLedger.Rows;
import java.util.Random;

/** Stories whose books are sound, for audits to look at. */
final class AuditedStories {

    private AuditedStories() {}

    /** The story of member 1, in which the planted violations are at home: entries 1 to 7, lots 1 to 4. */
    static void known(Rows rows) {
        new AuditedLedger(rows, 1)
                .day(1)
                .earns(100, 1, 365) // entry 1, lot 1
                .day(2)
                .earns(50, 2, 5) // entry 2, lot 2
                .day(6)
                .earns(40, 90, 365) // entry 3: lot 2 expires; entry 4, lot 3, pending
                .day(7)
                .spends(30) // entry 5, from lot 1
                .day(8)
                .earns(20, 8, 300) // entry 6, lot 4
                .day(9)
                .spends(10) // entry 7, from lot 4, which runs out before lot 1
                .celebrates() // activity 5
                .store();
    }

    /** Somebody who came from another system and went on from there. */
    static void arrived(Rows rows, int member) {
        new AuditedLedger(rows, member)
                .day(1)
                .brings(100) // entry 1, lot 1
                .day(2)
                .earns(50, 2, 5)
                .day(3)
                .spends(60)
                .store();
    }

    static void random(Rows rows, int member, Random random) {
        AuditedLedger ledger = new AuditedLedger(rows, member).celebrates();
        int day = 0;
        for (int step = 0; step < 25; step++) {
            day += random.nextInt(20);
            ledger.day(day);
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    int active = day - 10 + random.nextInt(30);
                    Integer expires = random.nextInt(3) == 0 ? null : active + random.nextInt(60);
                    ledger.earns(1 + random.nextInt(100), active, expires);
                }
                case 2 -> ledger.spends(1 + random.nextInt(60));
                case 3 -> ledger.returns(1 + random.nextInt(8), 1 + random.nextInt(100));
                case 4 -> ledger.isGivenBack();
                default -> ledger.isGiven(1 + random.nextInt(30));
            }
        }
        ledger.store();
    }
}
