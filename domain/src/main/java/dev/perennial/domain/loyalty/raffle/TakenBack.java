package dev.perennial.domain.loyalty.raffle;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many of the tickets that took part were taken back since, because what had earned them was: a pure function of
 * the member's ledger, so that nobody has to listen for refunds.
 *
 * <p>A clawback counts against the lot that it takes units from and, if these took no part or are spent, against the
 * lot of the grant that it corrects. Tickets that took no part cannot be taken back here: a purchase after the close
 * and its refund change nothing. Neither does what was spent, corrected by hand or expired after the close.
 */
public final class TakenBack {

    private final long frozenAt;
    private final Map<Integer, Long> standing = new HashMap<>();
    private final Map<Long, Integer> lotOfEntry = new HashMap<>();

    private TakenBack(long frozenAt) {
        this.frozenAt = frozenAt;
    }

    /**
     * The number of tickets.
     *
     * @param entries all of the member's entries of the ticket unit, in their order
     * @param frozenAt the number of the last one that the published list counts
     */
    public static long of(List<Entry> entries, long frozenAt) {
        TakenBack count = new TakenBack(frozenAt);
        return entries.stream().mapToLong(count::by).sum();
    }

    private long by(Entry entry) {
        if (entry.number() <= frozenAt) {
            takesPart(entry);
            return 0;
        }
        if (entry.kind() != EntryKind.CLAWBACK || entry.from() == Account.PENDING) {
            return 0;
        }
        long own = take(entry.lotNumber(), entry.amount());
        return own + take(lotOf(entry.corrects()), entry.amount() - own);
    }

    private void takesPart(Entry entry) {
        Integer lot = entry.lotNumber();
        if (lot == null) {
            return;
        }
        lotOfEntry.put(entry.number(), lot);
        if (entry.to() == Account.AVAILABLE) {
            standing.merge(lot, entry.amount(), Long::sum);
        } else if (entry.from() == Account.AVAILABLE) {
            standing.merge(lot, -entry.amount(), Long::sum);
        }
    }

    private @Nullable Integer lotOf(@Nullable Long entry) {
        return entry == null ? null : lotOfEntry.get(entry);
    }

    private long take(@Nullable Integer lot, long amount) {
        if (lot == null) {
            return 0;
        }
        long taken = Math.min(amount, standing.getOrDefault(lot, 0L));
        standing.merge(lot, -taken, Long::sum);
        return taken;
    }
}
