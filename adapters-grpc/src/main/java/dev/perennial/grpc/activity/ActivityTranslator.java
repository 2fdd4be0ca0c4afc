package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.ReturnedLine;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.activity.Visit;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.shared.Times;
import java.util.Currency;

/** Activities that passed validation, as the domain knows them. */
final class ActivityTranslator {

    private ActivityTranslator() {}

    static MemberId member(dev.perennial.contract.activity.v1.Activity proto) {
        return new MemberId(proto.getMemberId());
    }

    static Activity toDomain(dev.perennial.contract.activity.v1.Activity proto) {
        return new Activity(
                new ActivityKey(proto.getSource(), proto.getExternalId()),
                Times.toDomain(proto.getOccurredAt()),
                proto.getHistorical(),
                new Place(proto.getStore(), proto.getBrand(), proto.getChannel(), ""),
                proto.getAttributesMap(),
                detail(proto));
    }

    private static ActivityDetail detail(dev.perennial.contract.activity.v1.Activity proto) {
        return switch (proto.getDetailCase()) {
            case PURCHASE -> purchase(proto.getPurchase());
            case REFUND -> refund(proto.getRefund());
            case VISIT -> new Visit();
            case CUSTOM -> new Custom(proto.getCustom().getName(), "");
            case DETAIL_NOT_SET -> throw new IllegalArgumentException("an unset detail passed validation");
        };
    }

    private static Purchase purchase(dev.perennial.contract.activity.v1.Purchase proto) {
        return new Purchase(
                proto.getOrderId(),
                Currency.getInstance(proto.getCurrency()),
                proto.getLinesList().stream().map(ActivityTranslator::line).toList(),
                proto.getShipping());
    }

    private static OrderLine line(dev.perennial.contract.activity.v1.OrderLine proto) {
        return new OrderLine(
                proto.getSku(),
                proto.getName(),
                proto.getCategory(),
                proto.getQuantity(),
                proto.getAmount(),
                proto.getTax(),
                proto.getDiscount(),
                proto.getCost());
    }

    private static Refund refund(dev.perennial.contract.activity.v1.Refund proto) {
        return new Refund(
                proto.getOrderId(),
                proto.getLinesList().stream().map(ActivityTranslator::returned).toList(),
                proto.getAmount());
    }

    private static Refund.ReturnedLine returned(ReturnedLine proto) {
        return new Refund.ReturnedLine(proto.getLineNumber(), proto.getQuantity());
    }
}
