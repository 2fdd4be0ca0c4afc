package dev.perennial.bootstrap.command.importing;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.sending.ActivityStream;
import dev.perennial.bootstrap.command.sending.Enrolments;
import dev.perennial.bootstrap.command.sending.Outcomes;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Consequences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sends orders in portions: first enrols the members of a portion who are not known yet, while the orders of the
 * portion before are still under way, then sends its orders.
 */
final class ImportRun implements Orders.Sink, Outcomes {

    private static final int PORTION = 500;

    /** A member's facts are decided in this order; one that comes out of it is late, which costs more. */
    private static final Comparator<Order> FACT_ORDER = Comparator.comparing(Order::occurredAt)
            .thenComparing(order -> order.key().orderId());

    private final String source;
    private final boolean historical;
    private final ImportSummary summary;
    private final Enrolments enrolments;
    private final ActivityStream stream;
    private final List<Order> portion = new ArrayList<>();
    private final Map<OrderKey, Order> underWay = new HashMap<>();

    ImportRun(ApiClient api, String source, boolean historical, ImportSummary summary) {
        this.source = source;
        this.historical = historical;
        this.summary = summary;
        this.enrolments = new Enrolments(api);
        this.stream = new ActivityStream(api, this);
    }

    @Override
    public void order(Order order) throws InterruptedException {
        portion.add(order);
        if (portion.size() == PORTION) {
            send();
        }
    }

    /** After the last order: waits until each has its outcome. */
    void finish() throws InterruptedException {
        send();
        stream.finish();
    }

    Enrolments enrolments() {
        return enrolments;
    }

    private void send() throws InterruptedException {
        portion.sort(FACT_ORDER);
        enrolments.ensure(portion.stream().map(order -> order.key().memberId()).toList());
        for (Order order : portion) {
            underWay.put(order.key(), order);
            stream.send(order.activity(source, historical));
        }
        portion.clear();
    }

    @Override
    public void badRow(long line, String reason) {
        summary.badRow(line, reason);
    }

    @Override
    public void withheld(OrderKey key, int rows) {
        summary.withheld(rows);
    }

    @Override
    public void recorded(Activity activity, Consequences consequences, boolean replayed) {
        summary.recorded(taken(activity), replayed);
    }

    @Override
    public void refused(Activity activity, ApiError error) {
        if (error.reason().equals("PROGRAM_NOT_APPLIED")) {
            throw new CommandFailure("there is no program yet: apply one first, see perennial apply --help");
        }
        boolean otherContent = error.reason().equals("KEY_REUSED");
        summary.refused(
                taken(activity),
                otherContent ? source + " has this order of the member already, with other content" : error.line());
    }

    private Order taken(Activity activity) {
        OrderKey key =
                new OrderKey(activity.getMemberId(), activity.getPurchase().getOrderId());
        return Objects.requireNonNull(underWay.remove(key), "a reply to what was never sent");
    }
}
