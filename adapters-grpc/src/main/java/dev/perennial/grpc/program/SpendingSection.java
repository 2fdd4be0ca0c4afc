package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Program;
import dev.perennial.domain.program.CheckoutDocument;
import dev.perennial.domain.program.PoolDocument;
import dev.perennial.domain.program.SpendingDocument;

/** What units can be spent on, both ways. */
final class SpendingSection {

    private SpendingSection() {}

    static SpendingDocument read(Program proto) {
        return new SpendingDocument(
                proto.getRewardsList().stream().map(RewardSection::read).toList(),
                proto.getReturnGraceDays(),
                proto.getTransfersList().stream().map(TransferSection::read).toList(),
                proto.hasPool() ? PoolSection.read(proto.getPool()) : null,
                CheckoutSection.read(proto.getCheckout()));
    }

    /** The grace and what baskets cost are left out when nothing is said of them. */
    static void write(SpendingDocument spending, Program.Builder proto) {
        spending.rewards().forEach(reward -> proto.addRewards(RewardSection.write(reward)));
        spending.transfers().forEach(transfer -> proto.addTransfers(TransferSection.write(transfer)));
        PoolDocument pool = spending.pool();
        if (pool != null) {
            proto.setPool(PoolSection.write(pool));
        }
        if (spending.returnGraceDays() != 0) {
            proto.setReturnGraceDays(spending.returnGraceDays());
        }
        if (!spending.checkout().equals(CheckoutDocument.NONE)) {
            proto.setCheckout(CheckoutSection.write(spending.checkout()));
        }
    }
}
