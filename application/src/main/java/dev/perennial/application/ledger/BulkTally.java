package dev.perennial.application.ledger;

import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.util.List;
import java.util.TreeMap;

/** Counts what becomes of the lines of a bulk. */
final class BulkTally {

    private final Bulk bulk;
    private final BulkWatcher watcher;
    private final TreeMap<String, BulkReport.Sum> sums = new TreeMap<>();
    private long done;
    private long known;
    private long refused;
    private boolean approvalNeeded;

    BulkTally(Bulk bulk, BulkWatcher watcher) {
        this.bulk = bulk;
        this.watcher = watcher;
    }

    void stands(Bulk.Line line, boolean before) {
        done += before ? 0 : 1;
        known += before ? 1 : 0;
        long given = Math.max(0, line.amount());
        long taken = Math.max(0, -line.amount());
        String unit = line.unit().value();
        sums.merge(
                unit,
                new BulkReport.Sum(unit, given, taken),
                (one, other) -> new BulkReport.Sum(
                        unit, Math.addExact(one.given(), other.given()), Math.addExact(one.taken(), other.taken())));
        watcher.reached().accept(looked());
    }

    void refused(Bulk.Line line, Refusal why) {
        refused++;
        approvalNeeded |= why.reason() == Reason.APPROVAL_NEEDED;
        watcher.refused().accept(line, why);
        watcher.reached().accept(looked());
    }

    private long looked() {
        return done + known + refused;
    }

    /** @param needed whether it needs one as a whole; a line may, too */
    BulkReport report(boolean needed, String approver) {
        return new BulkReport(
                bulk.contentHash(),
                done,
                known,
                refused,
                bulk.lines().size() - looked(),
                needed || approvalNeeded,
                approver,
                List.copyOf(sums.values()));
    }
}
