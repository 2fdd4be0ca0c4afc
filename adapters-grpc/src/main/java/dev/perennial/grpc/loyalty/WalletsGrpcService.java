package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.wallet.Wallets;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.BatchGetWalletsRequest;
import dev.perennial.contract.loyalty.v1.BatchGetWalletsResponse;
import dev.perennial.contract.loyalty.v1.GetWalletRequest;
import dev.perennial.contract.loyalty.v1.GetWalletResponse;
import dev.perennial.contract.loyalty.v1.Wallet;
import dev.perennial.contract.loyalty.v1.WalletServiceGrpc;
import dev.perennial.domain.loyalty.WalletNow;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that members' screens show. */
public final class WalletsGrpcService extends WalletServiceGrpc.WalletServiceImplBase {

    private final Wallets wallets;
    private final SignedVouchers signed;

    public WalletsGrpcService(Wallets wallets, SignedVouchers signed) {
        this.wallets = wallets;
        this.signed = signed;
    }

    @Override
    public void getWallet(GetWalletRequest request, StreamObserver<GetWalletResponse> observer) {
        Tenant tenant = Caller.tenant();
        Signing signing = signed.whenNeeded(tenant);
        Replies.send(
                wallets.get(tenant, new MemberId(request.getMemberId()))
                        .map(now -> unlessKnown(
                                WalletTranslator.wallet(now, request.getLocale(), signing), request.getIfNoneMatch())),
                observer);
    }

    private static GetWalletResponse unlessKnown(Wallet wallet, String known) {
        return wallet.getEtag().equals(known)
                ? GetWalletResponse.newBuilder().setNotModified(true).build()
                : GetWalletResponse.newBuilder().setWallet(wallet).build();
    }

    @Override
    public void batchGetWallets(BatchGetWalletsRequest request, StreamObserver<BatchGetWalletsResponse> observer) {
        Tenant tenant = Caller.tenant();
        Signing signing = signed.whenNeeded(tenant);
        Map<MemberId, WalletNow> found = wallets.list(
                tenant, request.getMemberIdsList().stream().map(MemberId::new).collect(Collectors.toSet()));
        BatchGetWalletsResponse.Builder reply = BatchGetWalletsResponse.newBuilder();
        for (String id : request.getMemberIdsList()) {
            WalletNow now = found.get(new MemberId(id));
            if (now == null) {
                reply.addUnknownMemberIds(id);
            } else {
                reply.addWallets(WalletTranslator.wallet(now, request.getLocale(), signing));
            }
        }
        Replies.send(Result.ok(reply.build()), observer);
    }
}
