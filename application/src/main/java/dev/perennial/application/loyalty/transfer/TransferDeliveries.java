package dev.perennial.application.loyalty.transfer;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.transfer.TransferLog.Unsettled;
import dev.perennial.application.shared.Answer;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongFunction;

/**
 * What follows for a receiver from what a sender did: the units come in, or they go back. Whatever cuts it off, it goes
 * on where it was; two at once do no harm. What can neither come in nor go back stays on its way and holds up no other.
 */
public final class TransferDeliveries {

    private static final int PAGE = 100;

    private final TransferLog log;
    private final Lanes lanes;
    private final ConcurrentMap<Delivery, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

    /** Receiving and, if need be, taking back after it: who comes in between would take the one for the other. */
    private record Delivery(TenantId tenant, Party from, long number) {}

    public TransferDeliveries(TransferLog log, Lanes lanes) {
        this.log = log;
        this.lanes = lanes;
    }

    /**
     * Hands over what was just committed.
     *
     * @return whether it is settled; it fails as {@link Lanes#submit} does, and {@link #settleAll()} finds it then
     */
    CompletableFuture<Boolean> deliver(TenantId tenant, Transfer sent) {
        Delivery delivery = new Delivery(tenant, sent.from(), sent.number());
        CompletableFuture<Boolean> settled = new CompletableFuture<>();
        CompletableFuture<Boolean> others = underWay.putIfAbsent(delivery, settled);
        if (others != null) {
            return others;
        }
        var _ = receiveOrTakeBack(tenant, sent).whenComplete((done, failure) -> {
            underWay.remove(delivery);
            if (failure == null) {
                settled.complete(done);
            } else {
                settled.completeExceptionally(failure);
            }
        });
        return settled;
    }

    private CompletableFuture<Boolean> receiveOrTakeBack(TenantId tenant, Transfer sent) {
        return lanes.submit(new SettleTransfer(tenant, sent, null)).thenCompose(received -> switch (received) {
            case Result.Ok<Answer> in -> CompletableFuture.completedFuture(true);
            case Result.Refused<Answer>(var refusal) ->
                lanes.submit(new SettleTransfer(tenant, sent, refusal.reason())).thenApply(Result.Ok.class::isInstance);
        });
    }

    /**
     * Settles what is on its way, of all tenants. What fails is thrown when all were tried; it is on its way as
     * before.
     *
     * @return how many became settled
     */
    public int settleAll() {
        return settleAll(above -> log.unsettled(above, PAGE));
    }

    /** The same for one tenant. */
    public int settleAll(TenantId tenant) {
        return settleAll(above -> log.unsettledIn(tenant, above, PAGE));
    }

    private int settleAll(LongFunction<List<Unsettled>> pageAbove) {
        List<CompletableFuture<Boolean>> tried = new ArrayList<>();
        long above = 0;
        List<Unsettled> page;
        do {
            page = pageAbove.apply(above);
            List<CompletableFuture<Boolean>> deliveries = page.stream()
                    .map(sent -> deliver(sent.tenant(), sent.transfer()))
                    .toList();
            var _ = all(deliveries)
                    .handle((done, failure) -> true)
                    .join(); // so that a long queue leaves room in the lanes
            tried.addAll(deliveries);
            above = page.isEmpty() ? above : page.getLast().position();
        } while (page.size() == PAGE);
        all(tried).join();
        return (int) tried.stream().filter(CompletableFuture::join).count();
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Boolean>> deliveries) {
        return CompletableFuture.allOf(deliveries.toArray(CompletableFuture<?>[]::new));
    }
}
