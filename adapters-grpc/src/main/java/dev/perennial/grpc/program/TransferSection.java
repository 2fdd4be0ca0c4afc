package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.ReceivingLimit;
import dev.perennial.contract.program.v1.SendingLimit;
import dev.perennial.contract.program.v1.UnitTransfer;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.TransferDocument;

/** Leave to send a unit, both ways. */
final class TransferSection {

    private TransferSection() {}

    static TransferDocument read(UnitTransfer proto) {
        boolean keepsExpiry = proto.getExpiryCase() == UnitTransfer.ExpiryCase.EXPIRY_NOT_SET;
        return new TransferDocument(
                proto.getUnit(),
                proto.hasMinimum() ? proto.getMinimum() : TransferDocument.DEFAULT_MINIMUM,
                proto.hasMaximum() ? proto.getMaximum() : TransferDocument.AMOUNT_MAX,
                proto.getSendingLimitsList().stream().map(TransferSection::read).toList(),
                proto.getReceivingLimitsList().stream()
                        .map(TransferSection::read)
                        .toList(),
                keepsExpiry ? null : ExpiryFields.read(proto));
    }

    static UnitTransfer write(TransferDocument transfer) {
        UnitTransfer.Builder proto = UnitTransfer.newBuilder()
                .setUnit(transfer.unit())
                .setMinimum(transfer.minimum())
                .setMaximum(transfer.maximum());
        transfer.sending().forEach(limit -> proto.addSendingLimits(write(limit)));
        transfer.receiving().forEach(limit -> proto.addReceivingLimits(write(limit)));
        Expiry expiry = transfer.expiry();
        if (expiry != null) {
            ExpiryFields.write(expiry, proto);
        }
        return proto.build();
    }

    private static TransferDocument.SendingLimit read(SendingLimit proto) {
        return new TransferDocument.SendingLimit(
                ProgramWords.PERIOD.toDomain(proto.getPeriod()), proto.getUnits(), proto.getTimes());
    }

    private static SendingLimit write(TransferDocument.SendingLimit limit) {
        return SendingLimit.newBuilder()
                .setPeriod(ProgramWords.PERIOD.toProto(limit.period()))
                .setUnits(limit.units())
                .setTimes(limit.times())
                .build();
    }

    private static TransferDocument.ReceivingLimit read(ReceivingLimit proto) {
        return new TransferDocument.ReceivingLimit(ProgramWords.PERIOD.toDomain(proto.getPeriod()), proto.getTimes());
    }

    private static ReceivingLimit write(TransferDocument.ReceivingLimit limit) {
        return ReceivingLimit.newBuilder()
                .setPeriod(ProgramWords.PERIOD.toProto(limit.period()))
                .setTimes(limit.times())
                .build();
    }
}
