package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Posting;
import dev.perennial.domain.ledger.Spending;
import dev.perennial.domain.loyalty.checkout.Checkout;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.Redemptions;
import dev.perennial.domain.loyalty.reward.RewardUse;
import dev.perennial.domain.loyalty.reward.VoucherState;
import dev.perennial.domain.program.CheckoutDocument;
import dev.perennial.domain.program.DiscountDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardDocument.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The redemptions of one member while something is decided, and what they take of what is scarce. */
final class Redeeming {

    private final ProgramHistory programs;
    private final Posting posting;
    private final Consumer<Event> tell;
    private final Map<Long, Redemption> changed = new TreeMap<>();
    private final Map<BudgetUse, Long> draws = new HashMap<>();
    private final SortedMap<Long, Redemption> open;
    private final Map<RewardUse, Long> used;

    Redeeming(ProgramHistory programs, Redemptions before, Posting posting, Consumer<Event> tell) {
        this.programs = programs;
        this.open = new TreeMap<>(before.open());
        this.used = new HashMap<>(before.used());
        this.posting = posting;
        this.tell = tell;
    }

    Redemptions redemptions() {
        return new Redemptions(open, used);
    }

    long used(RewardUse use) {
        return used.getOrDefault(use, 0L);
    }

    /** What is held for an order that was not told yet. */
    Optional<Redemption> reservedFor(String orderId) {
        return open.values().stream()
                .filter(one -> one.isFor(orderId) && one.state() == RedemptionState.RESERVED)
                .findFirst();
    }

    List<Redemption> changed() {
        return List.copyOf(changed.values());
    }

    Map<BudgetUse, Long> draws() {
        return draws;
    }

    /** Asked for: from now on it counts, and nobody else has what it takes. */
    void begin(Redemption redemption) {
        put(redemption);
        account(redemption, redemption.askedAt(), 1);
        tell(redemption, redemption.askedAt(), "");
    }

    /** In another state, with everything that goes with it but the units. */
    void become(Redemption before, Redemption after) {
        put(after);
        boolean given = after.state() == RedemptionState.CANCELLED || after.state() == RedemptionState.REVERSED;
        if (given) {
            account(after, after.changedAt(), -1);
        }
        tell(after, after.changedAt(), before.state().name());
    }

    /** What changed of what is held for an order, in the same state or another. */
    private void tell(Redemption after, Instant at, String from) {
        String to = after.state().name();
        Checkout checkout = after.checkout();
        tell.accept(
                checkout == null
                        ? new Event.RedemptionChanged(at, after.number(), after.reward(), from, to)
                        : new Event.CheckoutChanged(
                                at, after.number(), checkout.orderId(), from, to, checkout.returned()));
    }

    /** Units that paid for an order went back. */
    void returned(Redemption after, Instant at) {
        put(after);
        tell(after, at, after.state().name());
    }

    /** With its voucher in another state. */
    Redemption voucher(Redemption before, VoucherState next, Instant at, String usedFor) {
        Redemption after = before.voucher(next, at, usedFor);
        put(after);
        tell.accept(new Event.VoucherChanged(
                at, before.number(), before.reward(), before.voucherState().name(), next.name(), usedFor));
        return after;
    }

    void issued(Redemption redemption, Instant at) {
        put(redemption);
        tell.accept(new Event.VoucherChanged(
                at, redemption.number(), redemption.reward(), "", VoucherState.ACTIVE.name(), ""));
    }

    /** A reservation whose time is over, or a voucher that has run out. */
    void lapse(Redemption due, Instant at) {
        if (due.state() == RedemptionState.RESERVED) {
            cancel(due, at);
        } else {
            voucher(due, VoucherState.EXPIRED, at, "");
        }
    }

    /** Gives up whatever is reserved. */
    void cancelAll(Instant at) {
        List.copyOf(open.values()).stream()
                .filter(one -> one.state() == RedemptionState.RESERVED)
                .forEach(reserved -> cancel(reserved, at));
    }

    /**
     * Counts something of which one member may have only so much in a period.
     *
     * @param today periods that are over by it are forgotten
     */
    void count(RewardUse use, long more, LocalDate today) {
        used.merge(use, more, Math::addExact);
        forget(today);
    }

    private void forget(LocalDate today) {
        used.entrySet().removeIf(use -> use.getValue() <= 0 || use.getKey().isOver(today));
    }

    Redemption cancel(Redemption reserved, Instant at) {
        new Spending(posting, occasion(reserved, at)).release(reserved.shares());
        Redemption cancelled = reserved.become(RedemptionState.CANCELLED, at);
        become(reserved, cancelled);
        Checkout checkout = reserved.checkout();
        if (checkout != null) {
            checkout.vouchers().forEach(number -> release(open.get(number), at));
        }
        return cancelled;
    }

    /** A voucher that nobody holds any more. */
    void release(@Nullable Redemption held, Instant at) {
        if (held != null && held.voucher() != null) {
            voucher(held, held.voucher().released(at), at, "");
        }
    }

    Occasion occasion(Redemption redemption, Instant at) {
        return new Occasion(
                new Cause(
                        Cause.Trigger.COMMAND, redemption.number(), 0, redemption.rule(), redemption.programVersion()),
                at);
    }

    /** The reward as it was when it was asked for. */
    Reward reward(Redemption redemption) {
        return program(redemption).reward(redemption.reward()).orElseThrow();
    }

    private Program program(Redemption redemption) {
        return programs.numbered(redemption.programVersion()).program();
    }

    void put(Redemption redemption) {
        if (redemption.isOpen()) {
            open.put(redemption.number(), redemption);
        } else {
            open.remove(redemption.number());
        }
        changed.put(redemption.number(), redemption);
    }

    /** Counts it, or takes that back: in the periods in which it was asked for. */
    private void account(Redemption redemption, Instant at, int sign) {
        if (redemption.carried()) {
            return;
        }
        Program program = program(redemption);
        LocalDate asked = LocalDate.ofInstant(redemption.askedAt(), program.zone());
        limits(redemption)
                .forEach((use, limits) -> limits.forEach(
                        limit -> used.merge(RewardUse.of(use, limit.period(), asked), (long) sign, Math::addExact)));
        forget(LocalDate.ofInstant(at, program.zone()));
        if (redemption.checkout() == null) {
            draw(redemption, sign);
        }
    }

    /** What limits each of the things of which one member may have only so many. */
    private Map<String, List<Limit>> limits(Redemption redemption) {
        Checkout checkout = redemption.checkout();
        if (checkout == null) {
            return Map.of(redemption.reward(), reward(redemption).document().limits());
        }
        CheckoutDocument offered = program(redemption).checkout();
        return checkout.discounts().stream()
                .collect(Collectors.toMap(
                        DiscountDocument::useOf,
                        id -> offered.discount(id).orElseThrow().gates().limits()));
    }

    private void draw(Redemption redemption, int sign) {
        Program program = program(redemption);
        Reward reward = reward(redemption);
        RewardPools pools = new RewardPools(program, reward, redemption.askedAt());
        boolean codeIsOut = sign < 0 && redemption.voucher() != null;
        pools.takes().forEach((use, units) -> {
            if (!codeIsOut || !pools.codes().filter(use::equals).isPresent()) { // a code that was shown is gone
                draws.merge(use, sign * units, Math::addExact);
            }
        });
    }
}
