package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.checkout.Checkouts;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.Basket;
import dev.perennial.contract.loyalty.v1.CancelCheckoutRequest;
import dev.perennial.contract.loyalty.v1.CancelCheckoutResponse;
import dev.perennial.contract.loyalty.v1.CheckoutServiceGrpc;
import dev.perennial.contract.loyalty.v1.EvaluateCheckoutRequest;
import dev.perennial.contract.loyalty.v1.EvaluateCheckoutResponse;
import dev.perennial.contract.loyalty.v1.GetCheckoutRequest;
import dev.perennial.contract.loyalty.v1.GetCheckoutResponse;
import dev.perennial.contract.loyalty.v1.ReserveCheckoutRequest;
import dev.perennial.contract.loyalty.v1.ReserveCheckoutResponse;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.activity.Baskets;
import dev.perennial.grpc.ledger.LedgerTranslator;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;

/** What baskets cost, and what is held for orders. */
public final class CheckoutGrpcService extends CheckoutServiceGrpc.CheckoutServiceImplBase {

    private final Checkouts checkouts;
    private final SignedVouchers signed;

    public CheckoutGrpcService(Checkouts checkouts, SignedVouchers signed) {
        this.checkouts = checkouts;
        this.signed = signed;
    }

    private Function<Instant, dev.perennial.domain.loyalty.checkout.Basket> basket(Tenant tenant, Basket basket) {
        return at -> Baskets.toDomain(basket, at, code -> signed.plain(tenant, code));
    }

    @Override
    public void evaluateCheckout(EvaluateCheckoutRequest request, StreamObserver<EvaluateCheckoutResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                checkouts
                        .evaluate(tenant, new MemberId(request.getMemberId()), basket(tenant, request.getBasket()))
                        .map(evaluated -> EvaluateCheckoutResponse.newBuilder()
                                .setQuote(CheckoutTranslator.quote(
                                        evaluated.quote(),
                                        request.getLocale().isEmpty() ? evaluated.locale() : request.getLocale()))
                                .build()),
                observer);
    }

    @Override
    public void reserveCheckout(ReserveCheckoutRequest request, StreamObserver<ReserveCheckoutResponse> observer) {
        Tenant tenant = Caller.tenant();
        Expectations expectations = Expectations.told(
                request.hasExpectedMemberSeq(),
                request.getExpectedMemberSeq(),
                request.hasExpectedProgramVersion(),
                request.getExpectedProgramVersion());
        Replies.send(
                checkouts.reserve(
                        tenant,
                        new MemberId(request.getMemberId()),
                        basket(tenant, request.getBasket()),
                        expectations,
                        request.hasToPayMax() ? OptionalLong.of(request.getToPayMax()) : OptionalLong.empty(),
                        Identities.command(tenant, request.getRequestId(), request),
                        held -> {
                            MemberState after = held.decision().after();
                            ReserveCheckoutResponse.Builder reply = ReserveCheckoutResponse.newBuilder()
                                    .setCheckout(CheckoutTranslator.checkout(held.redemption()))
                                    .addAllBalances(LedgerTranslator.balances(after.wallet()))
                                    .setMemberSeq(after.sequence());
                            held.quote()
                                    .map(quote -> CheckoutTranslator.quote(
                                            quote, after.traits().locale()))
                                    .ifPresent(reply::setQuote);
                            return Replies.payload(reply.build());
                        }),
                ReserveCheckoutResponse.parser(),
                observer);
    }

    @Override
    public void cancelCheckout(CancelCheckoutRequest request, StreamObserver<CancelCheckoutResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                checkouts.cancel(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getOrderId(),
                        Identities.command(tenant, request.getRequestId(), request),
                        held -> {
                            MemberState after = held.decision().after();
                            return Replies.payload(CancelCheckoutResponse.newBuilder()
                                    .setCheckout(CheckoutTranslator.checkout(held.redemption()))
                                    .addAllBalances(LedgerTranslator.balances(after.wallet()))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                CancelCheckoutResponse.parser(),
                observer);
    }

    @Override
    public void getCheckout(GetCheckoutRequest request, StreamObserver<GetCheckoutResponse> observer) {
        Replies.send(
                checkouts
                        .get(Caller.tenant(), new MemberId(request.getMemberId()), request.getOrderId())
                        .map(held -> GetCheckoutResponse.newBuilder()
                                .setCheckout(CheckoutTranslator.checkout(held))
                                .build()),
                observer);
    }
}
