package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Grant;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.RecordedActivity;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.Visit;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.grpc.shared.Times;

/** Recorded activities, as they were sent and with what they came to. */
final class RecordedFactTranslator {

    private RecordedFactTranslator() {}

    static RecordedActivity toProto(String memberId, RecordedFact fact) {
        return RecordedActivity.newBuilder()
                .setActivityNumber(fact.number())
                .setActivity(activity(memberId, fact.activity()))
                .setRecordedAt(Times.toProto(fact.recordedAt()))
                .addAllGrants(fact.grants().stream()
                        .map(RecordedFactTranslator::grant)
                        .toList())
                .setProgramVersion(fact.programVersion())
                .setCountsAsPurchase(fact.counts())
                .build();
    }

    private static Grant grant(dev.perennial.domain.loyalty.Grant grant) {
        return Grant.newBuilder()
                .setRule(grant.rule())
                .setUnit(grant.unit().value())
                .setNominal(grant.nominal())
                .setCredited(grant.credited())
                .build();
    }

    private static Activity activity(String memberId, dev.perennial.domain.activity.Activity activity) {
        Activity.Builder proto = Activity.newBuilder()
                .setSource(activity.key().source())
                .setExternalId(activity.key().externalId())
                .setMemberId(memberId)
                .setOccurredAt(Times.toProto(activity.occurredAt()))
                .setHistorical(activity.historical())
                .setStore(activity.place().store())
                .setBrand(activity.place().brand())
                .setChannel(activity.place().channel())
                .putAllAttributes(activity.attributes());
        switch (activity.detail()) {
            case dev.perennial.domain.activity.Purchase order -> proto.setPurchase(purchase(order));
            case dev.perennial.domain.activity.Refund refund -> proto.setRefund(refund(refund));
            case dev.perennial.domain.activity.Visit() -> proto.setVisit(Visit.getDefaultInstance());
            case Custom custom -> proto.getCustomBuilder().setName(custom.name());
            default -> throw new IllegalStateException("nothing records a fact of this type yet");
        }
        return proto.build();
    }

    private static Purchase purchase(dev.perennial.domain.activity.Purchase order) {
        return Purchase.newBuilder()
                .setOrderId(order.orderId())
                .setCurrency(order.currency().getCurrencyCode())
                .addAllLines(
                        order.lines().stream().map(RecordedFactTranslator::line).toList())
                .setShipping(order.shipping())
                .build();
    }

    private static OrderLine line(dev.perennial.domain.activity.OrderLine line) {
        return OrderLine.newBuilder()
                .setSku(line.sku())
                .setName(line.name())
                .setCategory(line.category())
                .setQuantity(line.quantity())
                .setAmount(line.amount())
                .setTax(line.tax())
                .setDiscount(line.discount())
                .setCost(line.cost())
                .build();
    }

    private static Refund refund(dev.perennial.domain.activity.Refund refund) {
        Refund.Builder proto = Refund.newBuilder().setOrderId(refund.orderId()).setAmount(refund.amount());
        refund.lines()
                .forEach(line ->
                        proto.addLinesBuilder().setLineNumber(line.lineNumber()).setQuantity(line.quantity()));
        return proto.build();
    }
}
