package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.ReturnedLine;
import dev.perennial.domain.activity.ExchangeRate;
import java.math.BigDecimal;
import java.util.Currency;

/** Orders and their refunds, both ways. */
final class OrderTranslator {

    private OrderTranslator() {}

    static dev.perennial.domain.activity.Purchase toDomain(Purchase proto) {
        String rate = proto.getExchangeRate();
        return new dev.perennial.domain.activity.Purchase(
                proto.getOrderId(),
                Currency.getInstance(proto.getCurrency()),
                proto.getLinesList().stream().map(OrderTranslator::line).toList(),
                proto.getShipping(),
                proto.getPaidWithGiftCards(),
                proto.getPaidWithUnits(),
                rate.isEmpty() ? null : new ExchangeRate(new BigDecimal(rate)));
    }

    static Purchase toProto(dev.perennial.domain.activity.Purchase order) {
        Purchase.Builder proto = Purchase.newBuilder()
                .setOrderId(order.orderId())
                .setCurrency(order.currency().getCurrencyCode())
                .addAllLines(order.lines().stream().map(OrderTranslator::line).toList())
                .setShipping(order.shipping())
                .setPaidWithGiftCards(order.paidWithGiftCards())
                .setPaidWithUnits(order.paidWithUnits());
        ExchangeRate rate = order.exchangeRate();
        if (rate != null) {
            proto.setExchangeRate(rate.rate().toPlainString());
        }
        return proto.build();
    }

    private static dev.perennial.domain.activity.OrderLine line(OrderLine proto) {
        return new dev.perennial.domain.activity.OrderLine(
                proto.getSku(),
                proto.getName(),
                proto.getCategory(),
                proto.getBrand(),
                proto.getGiftCard(),
                proto.getQuantity(),
                proto.getAmount(),
                proto.getTax(),
                proto.getDiscount(),
                proto.getCost());
    }

    private static OrderLine line(dev.perennial.domain.activity.OrderLine line) {
        return OrderLine.newBuilder()
                .setSku(line.sku())
                .setName(line.name())
                .setCategory(line.category())
                .setBrand(line.brand())
                .setGiftCard(line.giftCard())
                .setQuantity(line.quantity())
                .setAmount(line.amount())
                .setTax(line.tax())
                .setDiscount(line.discount())
                .setCost(line.cost())
                .build();
    }

    static dev.perennial.domain.activity.Refund toDomain(Refund proto) {
        return new dev.perennial.domain.activity.Refund(
                proto.getOrderId(),
                proto.getLinesList().stream().map(OrderTranslator::returned).toList(),
                proto.getAmount());
    }

    private static dev.perennial.domain.activity.Refund.ReturnedLine returned(ReturnedLine proto) {
        return new dev.perennial.domain.activity.Refund.ReturnedLine(proto.getLineNumber(), proto.getQuantity());
    }

    static Refund toProto(dev.perennial.domain.activity.Refund refund) {
        Refund.Builder proto = Refund.newBuilder().setOrderId(refund.orderId()).setAmount(refund.amount());
        refund.lines()
                .forEach(line ->
                        proto.addLinesBuilder().setLineNumber(line.lineNumber()).setQuantity(line.quantity()));
        return proto.build();
    }
}
