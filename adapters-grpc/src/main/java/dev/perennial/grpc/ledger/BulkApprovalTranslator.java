package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.BulkApproval;
import dev.perennial.application.ledger.BulkApproval.State;
import dev.perennial.application.ledger.BulkApproval.Withdrawal;
import dev.perennial.contract.ledger.v1.BulkApprovalState;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Approvals of bulks. */
final class BulkApprovalTranslator {

    private BulkApprovalTranslator() {}

    /** @param asOf when they are told: time alone makes one lapse */
    static List<dev.perennial.contract.ledger.v1.BulkApproval> approvals(List<BulkApproval> approvals, Instant asOf) {
        return approvals.stream().map(approval -> approval(approval, asOf)).toList();
    }

    private static dev.perennial.contract.ledger.v1.BulkApproval approval(BulkApproval approval, Instant asOf) {
        var proto = dev.perennial.contract.ledger.v1.BulkApproval.newBuilder()
                .setBulkId(approval.content().bulk())
                .setContentHash(approval.content().hash())
                .setApprover(approval.approver())
                .setApprovedAt(Times.toProto(approval.approvedAt()))
                .setExpiresAt(Times.toProto(approval.expiresAt()))
                .setState(state(approval.stateAt(asOf)));
        Withdrawal withdrawal = approval.withdrawal();
        if (withdrawal != null) {
            proto.setWithdrawer(withdrawal.by())
                    .setWithdrawnAt(Times.toProto(withdrawal.at()))
                    .setBecause(withdrawal.because());
        }
        return proto.build();
    }

    private static BulkApprovalState state(State state) {
        return switch (state) {
            case VALID -> BulkApprovalState.BULK_APPROVAL_STATE_VALID;
            case LAPSED -> BulkApprovalState.BULK_APPROVAL_STATE_LAPSED;
            case WITHDRAWN -> BulkApprovalState.BULK_APPROVAL_STATE_WITHDRAWN;
        };
    }

    static Optional<State> state(BulkApprovalState state) {
        return switch (state) {
            case BULK_APPROVAL_STATE_VALID -> Optional.of(State.VALID);
            case BULK_APPROVAL_STATE_LAPSED -> Optional.of(State.LAPSED);
            case BULK_APPROVAL_STATE_WITHDRAWN -> Optional.of(State.WITHDRAWN);
            case BULK_APPROVAL_STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
