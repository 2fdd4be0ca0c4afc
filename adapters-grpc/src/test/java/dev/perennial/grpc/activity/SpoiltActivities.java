package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Samples;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Activities with one thing wrong, recorded and simulated alike. */
final class SpoiltActivities {

    private final ActivityServiceBlockingStub stub;

    SpoiltActivities(ActivityServiceBlockingStub stub) {
        this.stub = stub;
    }

    Stream<BadInput> activity(String name, String field, Consumer<Activity.Builder> spoil) {
        Activity.Builder activity = Samples.purchase();
        spoil.accept(activity);
        SimulateActivityRequest simulation =
                SimulateActivityRequest.newBuilder().setActivity(activity).build();
        String path = "activity." + field;
        return Stream.of(
                new BadInput("RecordActivity: " + name, path, () -> stub.recordActivity(Samples.record(activity))),
                new BadInput("SimulateActivity: " + name, path, () -> stub.simulateActivity(simulation)));
    }

    Stream<BadInput> order(String name, String field, Consumer<Purchase.Builder> spoil) {
        return activity(name, "purchase." + field, activity -> spoil.accept(activity.getPurchaseBuilder()));
    }

    Stream<BadInput> line(String name, String field, Consumer<OrderLine.Builder> spoil) {
        return order(name, "lines[0]." + field, order -> spoil.accept(line(order)));
    }

    static OrderLine.Builder line(Purchase.Builder order) {
        return order.getLinesBuilder(0);
    }

    Stream<BadInput> refund(String name, String field, Consumer<Refund.Builder> spoil) {
        return activity(name, "refund." + field, activity -> {
            Refund.Builder refund = Refund.newBuilder().setOrderId("o-1");
            spoil.accept(refund);
            activity.setRefund(refund);
        });
    }
}
