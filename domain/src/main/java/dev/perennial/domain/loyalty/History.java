package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.reward.Redemption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a member's past that a late fact or a refund can change.
 *
 * @param from the moment before which nothing is looked at
 * @param before the fold up to that moment
 * @param facts every fact since, in any order; refunds are not among them
 * @param about every refund of an order among the facts, and of the order that the decision is about, and every other
 *     fact that was told about one of these orders
 * @param lots every lot, open or closed, that was granted for one of the facts; of a redemption, those that it was paid
 *     with and those that it granted
 * @param redemptions the one that was asked for, if there is one; of an order, what was held for it: itself and the
 *     redemptions whose vouchers it used
 * @param corrections what corrections by hand have to know of
 */
public record History(
        Instant from,
        Tally before,
        List<RecordedFact> facts,
        List<Activity> about,
        List<Lot> lots,
        List<Redemption> redemptions,
        Corrections corrections) {

    public History {
        facts = List.copyOf(facts);
        about = List.copyOf(about);
        lots = List.copyOf(lots);
        redemptions = List.copyOf(redemptions);
    }

    /** The past of facts. */
    public History(Instant from, Tally before, List<RecordedFact> facts, List<Activity> about, List<Lot> lots) {
        this(from, before, facts, about, lots, List.of(), Corrections.NONE);
    }

    /** The past of a redemption. */
    public static History of(MemberState state, @Nullable Redemption redemption, List<Lot> lots) {
        return new History(
                state.advancedTo(),
                state.tally(),
                List.of(),
                List.of(),
                lots,
                redemption == null ? List.of() : List.of(redemption),
                Corrections.NONE);
    }

    /**
     * The past of a correction by hand.
     *
     * @param lots what ran out and is meant
     */
    public static History ofCorrections(MemberState state, Corrections corrections, List<Lot> lots) {
        return new History(state.advancedTo(), state.tally(), List.of(), List.of(), lots, List.of(), corrections);
    }

    /** The entries by which something ran out that was asked for. */
    public List<Entry> expiries() {
        return corrections.expiries();
    }

    /** With what was decided since it was read. */
    History and(Decision decided) {
        List<RecordedFact> all = new ArrayList<>(facts);
        all.addAll(decided.facts());
        Map<Integer, Lot> latest = new LinkedHashMap<>();
        lots.forEach(lot -> latest.put(lot.number(), lot));
        decided.lots().forEach(lot -> latest.put(lot.number(), lot));
        Map<Long, Redemption> asked = new LinkedHashMap<>();
        redemptions.forEach(one -> asked.put(one.number(), one));
        decided.redemptions().forEach(one -> asked.replace(one.number(), one));
        List<Entry> ranOut = new ArrayList<>(expiries());
        ranOut.addAll(decided.entries());
        Corrections since = new Corrections(ranOut, corrections.alone(), corrections.proposal());
        return new History(from, before, all, about, List.copyOf(latest.values()), List.copyOf(asked.values()), since);
    }

    /** With what was held for an order. */
    public History holding(List<Redemption> held, List<Lot> spent) {
        Map<Integer, Lot> all = new LinkedHashMap<>();
        lots.forEach(lot -> all.put(lot.number(), lot));
        spent.forEach(lot -> all.put(lot.number(), lot));
        return new History(from, before, facts, about, List.copyOf(all.values()), held, corrections);
    }

    /** One of the redemptions. */
    Optional<Redemption> redemption(long number) {
        return redemptions.stream().filter(one -> one.number() == number).findFirst();
    }
}
