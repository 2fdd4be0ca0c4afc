package dev.perennial.domain.testing;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.transfer.SentShare;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.shared.UnitId;
import java.util.HashMap;
import java.util.Map;

/** A13 for transfers: what a decision moves to and from what is in transit is what its transfers say, and no more. */
final class TransferAuditor {

    private TransferAuditor() {}

    private record Moved(EntryKind kind, UnitId unit) {}

    static void check(Decision decision) {
        Map<Moved, Long> moved = new HashMap<>();
        for (Entry entry : decision.entries()) {
            switch (entry.kind()) {
                case TRANSFER_OUT, TRANSFER_IN, TRANSFER_RETURN ->
                    moved.merge(new Moved(entry.kind(), entry.unit()), entry.amount(), Math::addExact);
                default -> {}
            }
        }
        for (Transfer transfer : decision.transfers()) {
            long shares =
                    transfer.shares().stream().mapToLong(SentShare::amount).sum();
            require(shares == transfer.amount(), "A13: the shares are not what was sent: " + transfer);
            moved.merge(new Moved(kind(transfer), transfer.unit()), -transfer.amount(), Math::addExact);
        }
        moved.forEach((what, off) -> require(off == 0, "A13: " + what + " is " + off + " more than its transfers say"));
    }

    private static EntryKind kind(Transfer transfer) {
        return switch (transfer.state()) {
            case SENT -> EntryKind.TRANSFER_OUT;
            case RECEIVED -> EntryKind.TRANSFER_IN;
            case RETURNED -> EntryKind.TRANSFER_RETURN;
        };
    }

    private static void require(boolean holds, String finding) {
        if (!holds) {
            throw new AssertionError(finding);
        }
    }
}
