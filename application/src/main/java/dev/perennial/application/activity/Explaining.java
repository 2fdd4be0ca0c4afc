package dev.perennial.application.activity;

import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * Decides a recorded fact once more, with the part of the past that its decision read, to tell why it came to what it
 * did.
 */
final class Explaining {

    private final Transaction tx;
    private final TenantId tenant;
    private final MemberState state;
    private final ProgramHistory programs;

    Explaining(Transaction tx, TenantId tenant, MemberState state, ProgramHistory programs) {
        this.tx = tx;
        this.tenant = tenant;
        this.state = state;
        this.programs = programs;
    }

    Explanation explain(RecordedFact fact) {
        return switch (fact.activity().detail()) {
            case Refund refund -> refunded(fact, refund.orderId());
            case Purchase order -> explained(fact, order.orderId());
            default -> explained(fact, "");
        };
    }

    private Explanation explained(RecordedFact fact, String orderId) {
        History history = tx.members()
                .history(tenant, state, new HistoryNeed.Since(fact.activity().occurredAt(), orderId));
        return new Explanation(fact, Loyalty.explain(programs, state, fact, history));
    }

    /** A refund earns nothing: what is asked is what its order is worth now, and why. */
    private Explanation refunded(RecordedFact refund, String orderId) {
        History history = tx.members().history(tenant, state, new HistoryNeed.OfOrder(orderId));
        Optional<RecordedFact> order = history.facts().stream()
                .filter(fact -> fact.activity().detail() instanceof Purchase purchase
                        && purchase.orderId().equals(orderId))
                .findFirst();
        return order.map(fact -> new Explanation(fact, Loyalty.explain(programs, state, fact, history)))
                .orElseGet(() -> new Explanation(refund, List.of()));
    }
}
