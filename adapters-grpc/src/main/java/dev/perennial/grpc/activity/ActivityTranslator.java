package dev.perennial.grpc.activity;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.shared.Times;

/** Activities that passed validation, as the domain knows them. */
public final class ActivityTranslator {

    private ActivityTranslator() {}

    static MemberId member(dev.perennial.contract.activity.v1.Activity proto) {
        return new MemberId(proto.getMemberId());
    }

    public static Activity toDomain(dev.perennial.contract.activity.v1.Activity proto) {
        return new Activity(
                new ActivityKey(proto.getSource(), proto.getExternalId()),
                Times.toDomain(proto.getOccurredAt()),
                proto.getHistorical(),
                new Place(proto.getStore(), proto.getBrand(), proto.getChannel(), proto.getPartner()),
                proto.getAttributesMap(),
                DetailTranslator.toDomain(proto));
    }
}
