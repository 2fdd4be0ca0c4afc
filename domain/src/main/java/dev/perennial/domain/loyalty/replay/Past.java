package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.Corrections;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was decided of one member so far, kept as the ports of storage promise to keep it. */
final class Past {

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private final TreeMap<Long, RecordedFact> facts = new TreeMap<>();
    private final Map<Integer, Lot> lots = new HashMap<>();
    private final NavigableMap<Instant, Tally> checkpoints = new TreeMap<>();
    private final Map<Long, Redemption> redemptions = new HashMap<>();
    private final Map<Long, Transfer> sent = new HashMap<>();
    private final List<Entry> expiries = new ArrayList<>();

    Past copy() {
        Past copy = new Past();
        copy.facts.putAll(facts);
        copy.lots.putAll(lots);
        copy.checkpoints.putAll(checkpoints);
        copy.redemptions.putAll(redemptions);
        copy.sent.putAll(sent);
        copy.expiries.addAll(expiries);
        return copy;
    }

    void keep(Decision decision) {
        decision.facts().forEach(fact -> facts.put(fact.number(), fact));
        decision.lots().forEach(lot -> lots.put(lot.number(), lot));
        decision.redemptions().forEach(one -> redemptions.put(one.number(), one));
        checkpoints.putAll(decision.checkpoints());
        decision.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.EXPIRE)
                .forEach(expiries::add);
        decision.transfers().stream()
                .filter(transfer -> transfer.from().id().equals(decision.after().id()))
                .forEach(transfer -> sent.put(transfer.number(), transfer));
    }

    /** What the member has sent under the number; empty when it has not. */
    Optional<Transfer> sent(long number) {
        return Optional.ofNullable(sent.get(number));
    }

    History history(MemberState state, HistoryNeed need) {
        return switch (need) {
            case HistoryNeed.Since(Instant moment, String orderId) ->
                since(purchasedAt(orderId).filter(moment::isAfter).orElse(moment), orderId);
            case HistoryNeed.OfOrder(String orderId) ->
                purchasedAt(orderId)
                        .map(at -> holding(since(at, orderId), orderId))
                        .orElseGet(() -> new History(
                                state.advancedTo(), state.tally(), List.of(), about(Set.of(orderId)), List.of()));
            case HistoryNeed.OfRedemption(long number) -> ofRedemption(state, redemptions.get(number));
            case HistoryNeed.OfExpired(UnitId unit, Expired which) -> ofExpired(state, unit, which);
            case HistoryNeed.OfCorrections corrections ->
                throw new IllegalArgumentException("who did what alone makes no difference here");
            case HistoryNeed.OfProposal proposal ->
                throw new IllegalArgumentException("what was approved is decided as what it is");
            case HistoryNeed.OfLots(Set<Integer> numbers) -> History.of(state, null, numbered(numbers));
        };
    }

    private Optional<Instant> purchasedAt(String orderId) {
        return facts.values().stream()
                .filter(fact -> orderId.equals(orderOf(fact)))
                .map(fact -> fact.activity().occurredAt())
                .findFirst();
    }

    private History since(Instant moment, String orderId) {
        Map.Entry<Instant, Tally> start = checkpoints.floorEntry(moment);
        Instant from = start == null ? BEGINNING : start.getKey();
        List<RecordedFact> since = facts.values().stream()
                .filter(fact -> !(fact.activity().detail() instanceof Refund))
                .filter(fact -> !fact.activity().occurredAt().isBefore(from))
                .toList();
        Set<String> orders = new HashSet<>(Set.of(orderId));
        Set<Long> numbers = new HashSet<>();
        for (RecordedFact fact : since) {
            numbers.add(fact.number());
            Optional.ofNullable(orderOf(fact)).ifPresent(orders::add);
        }
        List<Lot> granted = lots.values().stream()
                .filter(lot -> numbers.contains(lot.activityNumber()))
                .toList();
        return new History(from, start == null ? Tally.EMPTY : start.getValue(), since, about(orders), granted);
    }

    /** With what was held for the order, and the redemptions of its vouchers. */
    private History holding(History past, String orderId) {
        List<Redemption> held =
                redemptions.values().stream().filter(one -> one.isFor(orderId)).toList();
        Stream<Redemption> vouchers = held.stream()
                .flatMap(one -> one.order().vouchers().stream())
                .distinct()
                .flatMap(number -> Stream.ofNullable(redemptions.get(number)));
        return past.holding(
                Stream.concat(held.stream(), vouchers).toList(),
                numbered(shares(held.stream().flatMap(one -> one.shares().stream()))));
    }

    private static Set<Integer> shares(Stream<LotShare> shares) {
        return shares.map(LotShare::lot).collect(Collectors.toSet());
    }

    private History ofRedemption(MemberState state, @Nullable Redemption redemption) {
        Set<Integer> numbers = redemption == null
                ? Set.of()
                : shares(Stream.concat(redemption.shares().stream(), redemption.granted().stream()));
        return History.of(state, redemption, numbered(numbers));
    }

    private History ofExpired(MemberState state, UnitId unit, Expired which) {
        List<Entry> meant =
                expiries.stream().filter(entry -> which.means(entry, unit)).toList();
        return History.ofCorrections(
                state,
                new Corrections(meant, 0, null),
                meant.stream()
                        .flatMap(entry -> Stream.ofNullable(lots.get(entry.lotNumber())))
                        .toList());
    }

    private List<Lot> numbered(Set<Integer> numbers) {
        return numbers.stream()
                .flatMap(number -> Stream.ofNullable(lots.get(number)))
                .toList();
    }

    private List<Activity> about(Set<String> orders) {
        return facts.values().stream()
                .map(RecordedFact::activity)
                .filter(activity -> !activity.detail().aboutOrder().isEmpty())
                .filter(activity -> orders.contains(activity.detail().aboutOrder()))
                .toList();
    }

    private static @Nullable String orderOf(RecordedFact fact) {
        return fact.activity().detail() instanceof Purchase order ? order.orderId() : null;
    }
}
