package dev.perennial.bootstrap.story;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Consequences;
import dev.perennial.contract.activity.v1.Custom;
import dev.perennial.contract.activity.v1.MembershipPayment;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.activity.v1.RecordActivityResponse;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.contract.activity.v1.Visit;
import java.time.Instant;

/** Something that a customer did and that a shop may tell: {@code shop.buys("alice", "o1", euros(50)).at(day(3))}. */
record Fact(Shop shop, Activity activity) {

    static Fact of(Shop shop, String member, String id) {
        return new Fact(
                shop,
                Activity.newBuilder()
                        .setSource("shop")
                        .setExternalId(id)
                        .setMemberId(member)
                        .build());
    }

    Fact purchase(Purchase purchase) {
        return new Fact(shop, activity.toBuilder().setPurchase(purchase).build());
    }

    Fact refund(Refund refund) {
        return new Fact(shop, activity.toBuilder().setRefund(refund).build());
    }

    Fact visit() {
        return new Fact(
                shop, activity.toBuilder().setVisit(Visit.getDefaultInstance()).build());
    }

    Fact membershipPayment(String plan) {
        return new Fact(
                shop,
                activity.toBuilder()
                        .setMembershipPayment(MembershipPayment.newBuilder().setPlan(plan))
                        .build());
    }

    Fact custom(String name) {
        return new Fact(
                shop,
                activity.toBuilder()
                        .setCustom(Custom.newBuilder().setName(name))
                        .build());
    }

    /** Told under another key. */
    Fact as(String id) {
        return new Fact(shop, activity.toBuilder().setExternalId(id).build());
    }

    Fact asHistory() {
        return new Fact(shop, activity.toBuilder().setHistorical(true).build());
    }

    Fact on(Instant occurredAt) {
        return new Fact(
                shop,
                activity.toBuilder()
                        .setOccurredAt(Timestamps.fromMillis(occurredAt.toEpochMilli()))
                        .build());
    }

    /** It happens at that moment and is told at once, or now when the clock is past it already. */
    Consequences at(Instant occurredAt) {
        Platform.reach(occurredAt);
        return on(occurredAt).told();
    }

    Consequences told() {
        return reply().message().getConsequences();
    }

    Reply<RecordActivityResponse> reply() {
        return Reply.of(shop.activities, stub -> stub.recordActivity(request()));
    }

    /** What telling it would come to. */
    Consequences simulated() {
        return shop.activities
                .simulateActivity(SimulateActivityRequest.newBuilder()
                        .setActivity(activity)
                        .build())
                .getConsequences();
    }

    RecordActivityRequest request() {
        return RecordActivityRequest.newBuilder().setActivity(activity).build();
    }
}
