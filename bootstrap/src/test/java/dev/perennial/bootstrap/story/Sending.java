package dev.perennial.bootstrap.story;

import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import dev.perennial.contract.loyalty.v1.GetTransferRequest;
import dev.perennial.contract.loyalty.v1.ListTransfersRequest;
import dev.perennial.contract.loyalty.v1.Transfer;
import dev.perennial.contract.loyalty.v1.TransferUnitsRequest;
import dev.perennial.contract.loyalty.v1.TransferUnitsResponse;
import dev.perennial.contract.program.v1.UnitTransfer;
import java.util.List;

/** Points that members of a shop send to each other. */
record Sending(Shop shop) {

    /** Leave to send any number of points. */
    static UnitTransfer.Builder points() {
        return UnitTransfer.newBuilder().setUnit("points");
    }

    static TransferUnitsRequest request(String from, String to, long amount, String requestId) {
        return TransferUnitsRequest.newBuilder()
                .setMemberId(from)
                .setToMemberId(to)
                .setUnit("points")
                .setAmount(amount)
                .setRequestId(requestId)
                .build();
    }

    TransferUnitsResponse sends(String from, String to, long amount, String requestId) {
        return shop.transfers.transferUnits(request(from, to, amount, requestId));
    }

    /** Sent and settled. */
    Transfer done(String from, String to, long amount, String requestId) {
        Transfer sent = sends(from, to, amount, requestId).getTransfer();
        settle();
        return shop.transfers
                .getTransfer(GetTransferRequest.newBuilder()
                        .setMemberId(from)
                        .setTransferNumber(sent.getNumber())
                        .build())
                .getTransfer();
    }

    /** The newest first. */
    List<Transfer> of(String member) {
        return shop.transfers
                .listTransfers(
                        ListTransfersRequest.newBuilder().setMemberId(member).build())
                .getTransfersList();
    }

    /** Returns when nothing is on its way any more. */
    static void settle() {
        Platform.SERVER.part(TransferDeliveries.class).settleAll();
    }
}
