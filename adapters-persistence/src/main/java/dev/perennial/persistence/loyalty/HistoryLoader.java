package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Corrections;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.ledger.EntryRows;
import dev.perennial.persistence.ledger.LotRows;
import dev.perennial.persistence.shared.Session;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the part of a member's past that a decision has to see. */
final class HistoryLoader {

    private final Session session;
    private final TenantId tenant;
    private final MemberState state;
    private final FactQueries facts;

    HistoryLoader(Session session, TenantId tenant, MemberState state) {
        this.session = session;
        this.tenant = tenant;
        this.state = state;
        this.facts = new FactQueries(session, tenant, state.number());
    }

    History load(HistoryNeed need) {
        return switch (need) {
            case HistoryNeed.Since(Instant moment, String orderId) ->
                since(facts.purchasedAt(orderId).filter(moment::isAfter).orElse(moment), orderId);
            case HistoryNeed.OfRedemption(long number) -> ofRedemption(number);
            case HistoryNeed.OfExpired(UnitId unit, Expired which) -> ofExpired(unit, which);
            case HistoryNeed.OfCorrections corrections -> ofCorrections(corrections);
            case HistoryNeed.OfProposal(long number) -> ofProposal(number);
            case HistoryNeed.OfLots(Set<Integer> numbers) ->
                History.of(state, null, LotRows.numbered(session, tenant, state.number(), numbers));
            case HistoryNeed.OfOrder(String orderId) -> {
                Optional<Instant> purchasedAt = facts.purchasedAt(orderId);
                yield purchasedAt.isPresent()
                        ? holding(since(purchasedAt.get(), orderId), orderId)
                        : withoutPurchase(orderId);
            }
        };
    }

    private History since(Instant moment, String orderId) {
        CheckpointRows.Checkpoint start = CheckpointRows.latest(
                session, tenant, state.number(), state.merges().lookingBackTo(moment));
        List<RecordedFact> since = facts.since(start.at());
        Set<String> orders = new HashSet<>();
        if (!orderId.isEmpty()) {
            orders.add(orderId);
        }
        for (RecordedFact fact : since) {
            if (fact.activity().detail() instanceof Purchase order) {
                orders.add(order.orderId());
            }
        }
        List<Lot> lots = LotRows.grantedFor(
                session,
                tenant,
                state.number(),
                since.stream().map(RecordedFact::number).toList());
        return new History(start.at(), start.tally(), since, facts.about(orders), lots);
    }

    private History ofExpired(UnitId unit, Expired which) {
        return withLots(new Corrections(expiries(unit, which), 0, null));
    }

    private History ofCorrections(HistoryNeed.OfCorrections need) {
        long alone = EntryRows.correctedAlone(session, tenant, state.number(), need.unit(), need.actor(), need.since());
        return withLots(new Corrections(expiries(need.unit(), need.which()), alone, null));
    }

    private History ofProposal(long number) {
        Proposal proposal = ProposalRows.find(session, tenant, state.number(), number);
        Expired which = proposal != null && proposal.what() instanceof Correction.Reinstate(Reinstatement what)
                ? what.which()
                : null;
        List<Entry> expiries =
                proposal == null ? List.of() : expiries(proposal.what().unit(), which);
        return withLots(new Corrections(expiries, 0, proposal));
    }

    private List<Entry> expiries(UnitId unit, @Nullable Expired which) {
        return which == null ? List.of() : EntryRows.expiries(session, tenant, state.number(), unit, which);
    }

    private History withLots(Corrections corrections) {
        List<Integer> lots = corrections.expiries().stream()
                .map(Entry::lotNumber)
                .filter(Objects::nonNull)
                .toList();
        return History.ofCorrections(state, corrections, LotRows.numbered(session, tenant, state.number(), lots));
    }

    private History ofRedemption(long number) {
        Redemption redemption = RedemptionRows.find(session, tenant, state.number(), number);
        return redemption == null
                ? History.of(state, null, List.of())
                : History.of(
                        state,
                        redemption,
                        lots(Stream.concat(redemption.shares().stream(), redemption.granted().stream())));
    }

    /** With what was held for the order, and the lots that it was paid with. */
    private History holding(History past, String orderId) {
        List<Redemption> held = RedemptionRows.ofOrder(session, tenant, state.number(), orderId);
        return held.isEmpty() ? past : past.holding(held, lots(held.stream().flatMap(one -> one.shares().stream())));
    }

    private List<Lot> lots(Stream<LotShare> shares) {
        Set<Integer> numbers = shares.map(LotShare::lot).collect(Collectors.toSet());
        return numbers.isEmpty() ? List.of() : LotRows.numbered(session, tenant, state.number(), numbers);
    }

    /** The order is not known: nothing of the past is looked at, everything that was folded lies before. */
    private History withoutPurchase(String orderId) {
        return new History(state.advancedTo(), state.tally(), List.of(), facts.about(Set.of(orderId)), List.of());
    }
}
