package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Grant;
import dev.perennial.contract.activity.v1.RecordedActivity;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.grpc.shared.Times;

/** Recorded activities, as they were sent and with what they came to. */
public final class RecordedFactTranslator {

    private RecordedFactTranslator() {}

    public static RecordedActivity toProto(String memberId, RecordedFact fact) {
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
                .setPartner(activity.place().partner())
                .putAllAttributes(activity.attributes());
        DetailTranslator.toProto(activity.detail(), proto);
        return proto.build();
    }
}
