package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.reward.Redemptions;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.GetVoucherRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherResponse;
import dev.perennial.contract.loyalty.v1.UseVoucherRequest;
import dev.perennial.contract.loyalty.v1.UseVoucherResponse;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** Vouchers at the till. */
public final class VouchersGrpcService extends VoucherServiceGrpc.VoucherServiceImplBase {

    private final Redemptions redemptions;

    public VouchersGrpcService(Redemptions redemptions) {
        this.redemptions = redemptions;
    }

    @Override
    public void getVoucher(GetVoucherRequest request, StreamObserver<GetVoucherResponse> observer) {
        Replies.send(
                redemptions
                        .voucher(Caller.tenant(), request.getCode())
                        .map(told -> GetVoucherResponse.newBuilder()
                                .setMemberId(told.member().value())
                                .setRedemption(RedemptionTranslator.redemption(told))
                                .build()),
                observer);
    }

    @Override
    public void useVoucher(UseVoucherRequest request, StreamObserver<UseVoucherResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                redemptions.useVoucher(
                        tenant,
                        request.getCode(),
                        request.getUsedFor(),
                        Identities.command(tenant, request.getRequestId(), request),
                        used -> {
                            MemberState after = used.decision().after();
                            return Replies.payload(UseVoucherResponse.newBuilder()
                                    .setMemberId(after.id().value())
                                    .setRedemption(RedemptionTranslator.redemption(used))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                UseVoucherResponse.parser(),
                observer);
    }
}
