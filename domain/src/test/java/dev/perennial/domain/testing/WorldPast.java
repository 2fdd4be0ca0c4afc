package dev.perennial.domain.testing;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.Checkpoints;
import dev.perennial.domain.loyalty.Corrections;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The past of one member: everything that was ever written for her, kept as the ports promise to keep it. */
final class WorldPast {

    private final SortedMap<Long, RecordedFact> facts = new TreeMap<>();
    private final SortedMap<Integer, Lot> lots = new TreeMap<>();
    private final SortedMap<Long, Redemption> redemptions = new TreeMap<>();
    private final NavigableMap<Instant, Tally> checkpoints = new TreeMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final boolean fromCheckpoints;

    /** @param fromCheckpoints whether it is folded from checkpoints, and not always from its beginning */
    WorldPast(boolean fromCheckpoints) {
        this.fromCheckpoints = fromCheckpoints;
    }

    void keep(Decision decision) {
        decisions.add(decision);
        decision.facts().forEach(fact -> facts.put(fact.number(), fact));
        entries.addAll(decision.entries());
        decision.lots().forEach(lot -> lots.put(lot.number(), lot));
        decision.redemptions().forEach(one -> redemptions.put(one.number(), one));
        if (fromCheckpoints) {
            checkpoints.putAll(decision.checkpoints());
        }
    }

    Collection<RecordedFact> facts() {
        return facts.values();
    }

    RecordedFact fact(String externalId) {
        return facts.values().stream()
                .filter(fact -> fact.activity().key().externalId().equals(externalId))
                .findFirst()
                .orElseThrow();
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    SortedMap<Long, Redemption> redemptions() {
        return redemptions;
    }

    /** One of them, with the lots that it was paid with and those that it granted. */
    History redemption(MemberState state, long number) {
        Redemption asked = redemptions.get(number);
        List<Lot> known =
                asked == null ? List.of() : lots(Stream.concat(asked.shares().stream(), asked.granted().stream()));
        return History.of(state, asked, known);
    }

    /** The lots that they are shares of. */
    List<Lot> lots(Stream<LotShare> shares) {
        Set<Integer> numbers = shares.map(LotShare::lot).collect(Collectors.toSet());
        return lots.values().stream()
                .filter(lot -> numbers.contains(lot.number()))
                .toList();
    }

    /** What ran out and is meant. */
    History expired(MemberState state, HistoryNeed.OfExpired need) {
        List<Entry> meant = entries.stream()
                .filter(entry -> need.which().means(entry, need.unit()))
                .toList();
        return History.ofCorrections(
                state,
                new Corrections(meant, 0, null),
                lots(meant.stream().map(entry -> new LotShare(entry.lotNumber(), entry.amount()))));
    }

    /** As {@code MemberStates.history} promises it. */
    History history(HistoryNeed need) {
        return switch (need) {
            case HistoryNeed.Since(Instant moment, String orderId) ->
                purchase(orderId)
                        .map(fact -> fact.activity().occurredAt())
                        .filter(moment::isAfter)
                        .map(purchasedAt -> since(purchasedAt, orderId))
                        .orElseGet(() -> since(moment, orderId));
            case HistoryNeed.OfRedemption(long number) ->
                throw new IllegalArgumentException("ask for the redemption itself");
            case HistoryNeed.OfExpired(UnitId unit, Expired which) ->
                throw new IllegalArgumentException("ask for what ran out itself");
            case HistoryNeed.OfCorrections corrections ->
                throw new IllegalArgumentException("in this world everybody may do everything alone");
            case HistoryNeed.OfProposal proposal -> throw new IllegalArgumentException("ask for the proposal itself");
            case HistoryNeed.OfLots(Set<Integer> numbers) ->
                throw new IllegalArgumentException("ask for the transfer itself");
            case HistoryNeed.OfOrder(String orderId) ->
                purchase(orderId)
                        .map(fact -> since(fact.activity().occurredAt(), orderId))
                        .map(past -> holding(past, orderId))
                        .orElseGet(() ->
                                new History(Instant.MIN, Tally.EMPTY, List.of(), about(Set.of(orderId)), List.of()));
        };
    }

    private History holding(History past, String orderId) {
        List<Redemption> held =
                redemptions.values().stream().filter(one -> one.isFor(orderId)).toList();
        Set<Long> vouchers =
                held.stream().flatMap(one -> one.order().vouchers().stream()).collect(Collectors.toSet());
        List<Redemption> all = new ArrayList<>(held);
        redemptions.values().stream()
                .filter(one -> vouchers.contains(one.number()))
                .forEach(all::add);
        return past.holding(all, lots(held.stream().flatMap(one -> one.shares().stream())));
    }

    private History since(Instant moment, String orderId) {
        Map.Entry<Instant, Tally> checkpoint = checkpoints.floorEntry(Checkpoints.monthOf(moment));
        Instant from = checkpoint == null ? Instant.MIN : checkpoint.getKey();
        Tally before = checkpoint == null ? Tally.EMPTY : checkpoint.getValue();
        List<RecordedFact> since = facts.values().stream()
                .filter(fact -> !(fact.activity().detail() instanceof Refund))
                .filter(fact -> !fact.activity().occurredAt().isBefore(from))
                .toList();
        Set<Long> numbers = since.stream().map(RecordedFact::number).collect(Collectors.toSet());
        Set<String> orders =
                since.stream().flatMap(fact -> orderOf(fact).stream()).collect(Collectors.toSet());
        orders.add(orderId);
        List<Lot> granted = lots.values().stream()
                .filter(lot -> numbers.contains(lot.activityNumber()))
                .toList();
        return new History(from, before, since, about(orders), granted);
    }

    private List<Activity> about(Set<String> orders) {
        return facts.values().stream()
                .map(RecordedFact::activity)
                .filter(activity -> !activity.detail().aboutOrder().isEmpty())
                .filter(activity -> orders.contains(activity.detail().aboutOrder()))
                .toList();
    }

    private Optional<RecordedFact> purchase(String orderId) {
        return facts.values().stream()
                .filter(fact -> orderOf(fact).filter(orderId::equals).isPresent())
                .findFirst();
    }

    private static Optional<String> orderOf(RecordedFact fact) {
        return fact.activity().detail() instanceof Purchase order ? Optional.of(order.orderId()) : Optional.empty();
    }
}
