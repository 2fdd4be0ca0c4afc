package dev.perennial.grpc.loyalty;

import com.google.rpc.Status;
import dev.perennial.application.loyalty.wallet.WalletWatches;
import dev.perennial.application.loyalty.wallet.WalletWatches.Watch;
import dev.perennial.application.loyalty.wallet.Wallets;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.BatchGetWalletsRequest;
import dev.perennial.contract.loyalty.v1.BatchGetWalletsResponse;
import dev.perennial.contract.loyalty.v1.GetWalletRequest;
import dev.perennial.contract.loyalty.v1.GetWalletResponse;
import dev.perennial.contract.loyalty.v1.Wallet;
import dev.perennial.contract.loyalty.v1.WalletServiceGrpc;
import dev.perennial.contract.loyalty.v1.WatchWalletRequest;
import dev.perennial.contract.loyalty.v1.WatchWalletResponse;
import dev.perennial.domain.loyalty.WalletNow;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Failures;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that members' screens show. */
public final class WalletsGrpcService extends WalletServiceGrpc.WalletServiceImplBase {

    private final Wallets wallets;
    private final WalletWatches watches;
    private final SignedVouchers signed;

    public WalletsGrpcService(Wallets wallets, WalletWatches watches, SignedVouchers signed) {
        this.wallets = wallets;
        this.watches = watches;
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

    @Override
    public void watchWallet(WatchWalletRequest request, StreamObserver<WatchWalletResponse> observer) {
        Tenant tenant = Caller.tenant();
        MemberId member = new MemberId(request.getMemberId());
        switch (wallets.get(tenant, member)) {
            case Result.Ok<WalletNow>(WalletNow now) -> watch(tenant, member, now, request, observer);
            case Result.Refused<WalletNow>(Refusal refusal) -> Replies.send(Result.refused(refusal), observer);
        }
    }

    private void watch(
            Tenant tenant,
            MemberId member,
            WalletNow now,
            WatchWalletRequest request,
            StreamObserver<WatchWalletResponse> observer) {
        Signing signing = signed.whenNeeded(tenant);
        Function<Throwable, Status> failures = Failures.ofCurrentCall();
        var replies = (ServerCallStreamObserver<WatchWalletResponse>) observer;
        WalletStream stream = new WalletStream(
                replies,
                changed -> WalletTranslator.wallet(changed, request.getLocale(), signing),
                thrown -> Failures.exception(failures.apply(thrown)),
                request.getIfNoneMatch());
        Watch watch = watches.watch(tenant, member, stream);
        replies.setOnCancelHandler(watch::close);
        stream.changed(now);
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
