package dev.perennial.application.testing;

import dev.perennial.application.activity.ActivityLog;
import dev.perennial.application.insight.PurchasePeriods;
import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.application.ledger.ProposalLog;
import dev.perennial.application.ledger.Statements;
import dev.perennial.application.ledger.books.LedgerBooks;
import dev.perennial.application.ledger.flow.UnitFlows;
import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.application.loyalty.LedgerPast;
import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.loyalty.community.DueClubs;
import dev.perennial.application.loyalty.reward.RedemptionLog;
import dev.perennial.application.loyalty.reward.VoucherKeys;
import dev.perennial.application.loyalty.standing.StandingHistory;
import dev.perennial.application.loyalty.transfer.TransferLog;
import dev.perennial.application.shared.Tenants;
import dev.perennial.application.storage.Storage;

/** Every port of one kind of storage; all of them look at the same data. */
public record Ports(
        Storage storage,
        Tenants tenants,
        MemberNumbers memberNumbers,
        DueMembers dueMembers,
        DueClubs dueClubs,
        ActivityLog activityLog,
        Statements statements,
        StandingHistory standingHistory,
        RedemptionLog redemptionLog,
        VoucherKeys voucherKeys,
        TransferLog transferLog,
        ProposalLog proposalLog,
        BulkApprovals bulkApprovals,
        LedgerPast ledgerPast,
        PurchasePeriods purchasePeriods,
        UnitFlows unitFlows,
        LedgerBooks ledgerBooks) {

    /** New and empty, in this process only. */
    public static Ports inMemory() {
        InMemoryStorage storage = new InMemoryStorage();
        InMemoryReads reads = new InMemoryReads(storage);
        return new Ports(
                storage,
                new InMemoryTenants(storage),
                new InMemoryMemberNumbers(),
                reads,
                InMemoryClubScores.due(storage),
                reads::facts,
                reads::entries,
                reads::standingChanges,
                reads,
                new InMemoryVoucherKeys(),
                new InMemoryTransferLog(storage),
                new InMemoryProposalLog(storage),
                new InMemoryBulkApprovals(),
                new InMemoryLedgerPast(storage),
                new InMemoryPurchasePeriods(storage),
                new InMemoryUnitFlows(storage),
                new InMemoryLedgerBooks(storage));
    }
}
