package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.Transfer;
import dev.perennial.contract.loyalty.v1.TransferState;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;

/** Transfers as the contract tells them. */
final class TransferTranslator {

    private TransferTranslator() {}

    static Transfer transfer(dev.perennial.domain.loyalty.transfer.Transfer transfer) {
        Transfer.Builder proto = Transfer.newBuilder()
                .setFromMemberId(transfer.from().id().value())
                .setNumber(transfer.number())
                .setToMemberId(transfer.to().id().value())
                .setUnit(transfer.unit().value())
                .setAmount(transfer.amount())
                .setMessage(transfer.message())
                .setState(state(transfer.state()))
                .setSentAt(Times.toProto(transfer.sentAt()))
                .setReturnedBecause(transfer.returnedBecause())
                .setProgramVersion(transfer.programVersion());
        Instant settledAt = transfer.settledAt();
        if (settledAt != null) {
            proto.setSettledAt(Times.toProto(settledAt));
        }
        return proto.build();
    }

    private static TransferState state(dev.perennial.domain.loyalty.transfer.TransferState state) {
        return switch (state) {
            case SENT -> TransferState.TRANSFER_STATE_SENT;
            case RECEIVED -> TransferState.TRANSFER_STATE_RECEIVED;
            case RETURNED -> TransferState.TRANSFER_STATE_RETURNED;
        };
    }
}
