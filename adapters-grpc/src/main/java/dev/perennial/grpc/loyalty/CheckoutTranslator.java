package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.Checkout;
import dev.perennial.contract.loyalty.v1.ConsideredPayment;
import dev.perennial.contract.loyalty.v1.ConsideredReduction;
import dev.perennial.contract.loyalty.v1.PaymentOffer;
import dev.perennial.contract.loyalty.v1.Quote;
import dev.perennial.domain.loyalty.Considered;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.List;

/** What baskets cost, and what is held for orders. */
final class CheckoutTranslator {

    private CheckoutTranslator() {}

    /** @param locale BCP 47; empty for a reader of whom nothing is known */
    static Quote quote(dev.perennial.domain.loyalty.Quote quote, String locale) {
        Quote.Builder proto = Quote.newBuilder()
                .addAllLineAmounts(quote.prices().lines())
                .setShipping(quote.prices().shipping())
                .setReduced(quote.prices().reduced())
                .setUnitsValue(quote.unitsValue())
                .setToPay(quote.toPay())
                .addAllDiscounts(reductions(quote.discounts(), locale))
                .addAllVouchers(reductions(quote.vouchers(), locale))
                .setProgramVersion(quote.programVersion())
                .setMemberSeq(quote.memberSequence());
        quote.payments()
                .forEach(offer -> proto.addPaymentOffers(PaymentOffer.newBuilder()
                        .setUnit(offer.unit())
                        .setMinimum(offer.minimum())
                        .setStep(offer.step())
                        .setMost(offer.most())
                        .setMostValue(offer.mostValue())));
        var payment = quote.payment();
        if (payment != null) {
            proto.setPayment(ConsideredPayment.newBuilder()
                    .setUnits(RedemptionTranslator.amount(payment.unit(), payment.amount()))
                    .setApplies(payment.applies())
                    .setValue(payment.value())
                    .addAllGates(OfferTranslator.gates(payment.gates())));
        }
        return proto.build();
    }

    private static List<ConsideredReduction> reductions(List<Considered> considered, String locale) {
        return considered.stream()
                .map(one -> ConsideredReduction.newBuilder()
                        .setId(one.id())
                        .setName(one.name().in(locale))
                        .setCode(one.code())
                        .setApplies(one.applies())
                        .setAmount(one.amount())
                        .addAllGates(OfferTranslator.gates(one.gates()))
                        .build())
                .toList();
    }

    static Checkout checkout(Redemption held) {
        dev.perennial.domain.loyalty.checkout.Checkout order = held.order();
        Checkout.Builder proto = Checkout.newBuilder()
                .setOrderId(order.orderId())
                .setState(RedemptionTranslator.state(held.state()))
                .setReservedAt(Times.toProto(held.askedAt()))
                .setChangedAt(Times.toProto(held.changedAt()))
                .setProgramVersion(held.programVersion())
                .setUnitsValue(order.unitsValue())
                .setUnitsReturned(order.returned())
                .setReduced(order.reduced())
                .setToPay(order.toPay())
                .addAllDiscountIds(order.discounts())
                .addAllVoucherRedemptionNumbers(order.vouchers());
        Instant until = held.holdsUntil();
        if (until != null) {
            proto.setHoldsUntil(Times.toProto(until));
        }
        Price price = held.price();
        if (price != null) {
            proto.setUnits(RedemptionTranslator.amount(price.unit(), price.amount()));
        }
        return proto.build();
    }
}
