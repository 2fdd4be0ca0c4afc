package dev.perennial.application.testing;

import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.Actor;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Corrections;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.loyalty.replay.Input;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks into the past of one member. */
final class InMemoryPast {

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private final MemberFile file;
    private final Map<Long, Proposal> proposals;

    /** @param proposals the member's, by number */
    InMemoryPast(MemberFile file, Map<Long, Proposal> proposals) {
        this.file = file;
        this.proposals = proposals;
    }

    History history(HistoryNeed need) {
        return switch (need) {
            case HistoryNeed.Since(Instant moment, String orderId) -> since(earlier(moment, orderId), orderId);
            case HistoryNeed.OfRedemption(long number) ->
                ofRedemption(file.redemptions().get(number));
            case HistoryNeed.OfExpired(UnitId unit, Expired which) -> ofExpired(unit, which);
            case HistoryNeed.OfCorrections corrections -> ofCorrections(corrections);
            case HistoryNeed.OfProposal(long number) -> ofProposal(proposals.get(number));
            case HistoryNeed.OfLots(Set<Integer> numbers) -> History.of(file.state(), null, numbered(numbers));
            case HistoryNeed.OfOrder(String orderId) ->
                file.facts().values().stream()
                        .filter(fact -> orderId.equals(orderOf(fact)))
                        .findFirst()
                        .map(order -> holding(since(order.activity().occurredAt(), orderId), orderId))
                        .orElseGet(() -> nothing(orderId));
        };
    }

    /** The order's own moment when it is known and comes first. */
    private Instant earlier(Instant moment, String orderId) {
        return file.facts().values().stream()
                .filter(fact -> orderId.equals(orderOf(fact)))
                .map(fact -> fact.activity().occurredAt())
                .filter(moment::isAfter)
                .findFirst()
                .orElse(moment);
    }

    private History since(Instant moment, String orderId) {
        SortedMap<Instant, Tally> early = new TreeMap<>(file.checkpoints());
        Instant start = file.state().merges().lookingBackTo(moment);
        early.keySet().removeIf(month -> month.isAfter(start));
        Instant from = early.isEmpty() ? BEGINNING : early.lastKey();
        Tally before = early.isEmpty() ? Tally.EMPTY : early.get(from);
        List<RecordedFact> facts = file.facts().values().stream()
                .filter(fact -> !(fact.activity().detail() instanceof Refund))
                .filter(fact -> !fact.activity().occurredAt().isBefore(from))
                .toList();
        Set<String> orders = Stream.concat(facts.stream().map(InMemoryPast::orderOf), Stream.of(orderId))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<Long> numbers = facts.stream().map(RecordedFact::number).collect(Collectors.toSet());
        List<Lot> lots = file.lots().values().stream()
                .filter(lot -> numbers.contains(lot.activityNumber()))
                .toList();
        return new History(from, before, facts, about(orders), lots);
    }

    private History ofRedemption(@Nullable Redemption redemption) {
        return redemption == null
                ? History.of(file.state(), null, List.of())
                : History.of(
                        file.state(),
                        redemption,
                        lots(Stream.concat(redemption.shares().stream(), redemption.granted().stream())));
    }

    /** With what was held for the order, and the redemptions of its vouchers. */
    private History holding(History past, String orderId) {
        List<Redemption> held = file.redemptions().values().stream()
                .filter(one -> one.isFor(orderId))
                .toList();
        Stream<Redemption> vouchers = held.stream()
                .flatMap(one -> one.order().vouchers().stream())
                .distinct()
                .map(number -> file.redemptions().get(number));
        return past.holding(
                Stream.concat(held.stream(), vouchers).toList(),
                lots(held.stream().flatMap(one -> one.shares().stream())));
    }

    private List<Lot> lots(Stream<LotShare> shares) {
        return numbered(shares.map(LotShare::lot).collect(Collectors.toSet()));
    }

    private History ofExpired(UnitId unit, Expired which) {
        return withLots(new Corrections(expiries(unit, which), 0, null));
    }

    private History withLots(Corrections corrections) {
        Set<Integer> lots =
                corrections.expiries().stream().map(Entry::lotNumber).collect(Collectors.toSet());
        return History.ofCorrections(file.state(), corrections, numbered(lots));
    }

    private List<Entry> expiries(UnitId unit, @Nullable Expired which) {
        return which == null
                ? List.of()
                : file.entries().stream()
                        .filter(entry -> which.means(entry, unit))
                        .toList();
    }

    private History ofCorrections(HistoryNeed.OfCorrections need) {
        Set<Long> commands = file.commands().stream()
                .filter(command -> Set.of("ADJUST_UNITS", "REINSTATE_UNITS").contains(command.kind()))
                .map(Input.Command::number)
                .filter(number -> Actor.same(file.notes().get(number).actor(), need.actor()))
                .collect(Collectors.toSet());
        long alone = file.entries().stream()
                .filter(entry ->
                        entry.unit().equals(need.unit()) && entry.effectiveAt().isAfter(need.since()))
                .filter(entry -> entry.cause().trigger() == Cause.Trigger.COMMAND)
                .filter(entry -> commands.contains(entry.cause().number()))
                .filter(entry -> entry.kind() == EntryKind.ADJUST || entry.from() == Account.EXPIRED)
                .mapToLong(Entry::amount)
                .sum();
        return withLots(new Corrections(expiries(need.unit(), need.which()), alone, null));
    }

    private History ofProposal(@Nullable Proposal proposal) {
        Expired which = proposal != null && proposal.what() instanceof Correction.Reinstate(Reinstatement what)
                ? what.which()
                : null;
        List<Entry> expiries =
                proposal == null ? List.of() : expiries(proposal.what().unit(), which);
        return withLots(new Corrections(expiries, 0, proposal));
    }

    private List<Lot> numbered(Set<Integer> numbers) {
        return file.lots().values().stream()
                .filter(lot -> numbers.contains(lot.number()))
                .toList();
    }

    private History nothing(String orderId) {
        return new History(
                file.state().advancedTo(), file.state().tally(), List.of(), about(Set.of(orderId)), List.of());
    }

    private List<Activity> about(Set<String> orders) {
        return file.facts().values().stream()
                .map(RecordedFact::activity)
                .filter(activity -> !activity.detail().aboutOrder().isEmpty())
                .filter(activity -> orders.contains(activity.detail().aboutOrder()))
                .toList();
    }

    private static String orderOf(RecordedFact fact) {
        return fact.activity().detail() instanceof Purchase order ? order.orderId() : null;
    }
}
