package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.reward.CodeLists;
import dev.perennial.application.loyalty.reward.Redemptions;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.GetCodeListRequest;
import dev.perennial.contract.loyalty.v1.GetCodeListResponse;
import dev.perennial.contract.loyalty.v1.GetVoucherKeysRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherKeysResponse;
import dev.perennial.contract.loyalty.v1.GetVoucherRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherResponse;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesRequest;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesResponse;
import dev.perennial.contract.loyalty.v1.RefusedCode;
import dev.perennial.contract.loyalty.v1.UseVoucherRequest;
import dev.perennial.contract.loyalty.v1.UseVoucherResponse;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.RequestStream;
import dev.perennial.grpc.shared.Validation;
import io.grpc.stub.StreamObserver;

/** Vouchers at the till. */
public final class VouchersGrpcService extends VoucherServiceGrpc.VoucherServiceImplBase {

    /** One is being added while the others are on their way: the order of a list is that of its import. */
    private static final int OUTSTANDING_MAX = 4;

    private final Redemptions redemptions;
    private final CodeLists lists;
    private final SignedVouchers signed;
    private final Validation validation;

    /** @param validation for the requests of a stream, each of which is checked when it comes */
    public VouchersGrpcService(Redemptions redemptions, CodeLists lists, SignedVouchers signed, Validation validation) {
        this.redemptions = redemptions;
        this.lists = lists;
        this.signed = signed;
        this.validation = validation;
    }

    @Override
    public void getVoucher(GetVoucherRequest request, StreamObserver<GetVoucherResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                redemptions
                        .voucher(tenant, signed.plain(tenant, request.getCode()))
                        .map(told -> GetVoucherResponse.newBuilder()
                                .setMemberId(told.member().value())
                                .setRedemption(RedemptionTranslator.redemption(told, signed.whenNeeded(tenant)))
                                .build()),
                observer);
    }

    @Override
    public void useVoucher(UseVoucherRequest request, StreamObserver<UseVoucherResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                redemptions.useVoucher(
                        tenant,
                        signed.plain(tenant, request.getCode()),
                        request.getUsedFor(),
                        Identities.command(tenant, request.getRequestId(), request),
                        used -> {
                            MemberState after = used.decision().after();
                            return Replies.payload(UseVoucherResponse.newBuilder()
                                    .setMemberId(after.id().value())
                                    .setRedemption(RedemptionTranslator.redemption(used, Signing.NONE))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                UseVoucherResponse.parser(),
                observer);
    }

    @Override
    public StreamObserver<ImportVoucherCodesRequest> importVoucherCodes(
            StreamObserver<ImportVoucherCodesResponse> observer) {
        Tenant tenant = Caller.tenant();
        return RequestStream.open(
                observer,
                validation,
                OUTSTANDING_MAX,
                request -> Result.ok(added(lists.add(tenant, request.getList(), request.getCodesList()))));
    }

    private static ImportVoucherCodesResponse added(CodeLists.Import imported) {
        return ImportVoucherCodesResponse.newBuilder()
                .setAdded(imported.added())
                .setKnown(imported.known())
                .addAllRefused(imported.refused().stream()
                        .map(refused -> RefusedCode.newBuilder()
                                .setIndex(refused.index())
                                .setReason(refused.reason())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public void getVoucherKeys(GetVoucherKeysRequest request, StreamObserver<GetVoucherKeysResponse> observer) {
        Replies.send(Result.ok(signed.keys(Caller.tenant())), observer);
    }

    @Override
    public void getCodeList(GetCodeListRequest request, StreamObserver<GetCodeListResponse> observer) {
        CodeLists.CodeList list = lists.get(Caller.tenant(), request.getList());
        Replies.send(
                Result.ok(GetCodeListResponse.newBuilder()
                        .setImported(list.imported())
                        .setTaken(list.taken())
                        .setLeft(list.left())
                        .build()),
                observer);
    }
}
