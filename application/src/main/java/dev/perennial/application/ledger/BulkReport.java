package dev.perennial.application.ledger;

import java.util.List;

/**
 * What a bulk came to.
 *
 * @param contentHash of what was asked for
 * @param done how many lines were carried out, or would be
 * @param known how many were carried out before
 * @param refused how many were refused, each of which the watcher was told
 * @param left how many were not looked at, because nobody waited any more
 * @param approvalNeeded whether it, or one of its lines, needs an approval that is not there
 * @param approver who else approved it; empty when nobody did
 * @param sums what the lines that are done and known come to, by unit
 */
public record BulkReport(
        String contentHash,
        long done,
        long known,
        long refused,
        long left,
        boolean approvalNeeded,
        String approver,
        List<Sum> sums) {

    public BulkReport {
        sums = List.copyOf(sums);
    }

    /**
     * What came to members and what was taken of them, in the unit's smallest step.
     *
     * @param taken as a positive number
     */
    public record Sum(String unit, long given, long taken) {}
}
