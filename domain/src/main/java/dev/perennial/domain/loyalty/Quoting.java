package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.Discounting.Taken;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.loyalty.checkout.Prices;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.program.CheckoutDocument;
import dev.perennial.domain.program.Discount;
import dev.perennial.domain.program.DiscountDocument;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Goods;
import dev.perennial.domain.program.LocalizedText;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prices a basket for a member for whom everything due has happened: discounts first, then vouchers, then units. */
final class Quoting {

    private static final CommonGates.Reasons REASONS = new CommonGates.Reasons(
            Reason.DISCOUNT_OUT_OF_SEASON,
            Reason.DISCOUNT_ABOVE_TIER,
            Reason.DISCOUNT_CONDITION_NOT_MET,
            Reason.DISCOUNT_LIMIT_REACHED);

    private final Deciding deciding;
    private final Basket basket;
    private final InForce inForce;
    private final CheckoutDocument checkout;
    private final CommonGates common;
    private final Facts facts;

    Quoting(Deciding deciding, Basket basket) {
        this.deciding = deciding;
        this.basket = basket;
        this.inForce = deciding.programs.at(deciding.now);
        this.checkout = inForce.program().checkout();
        this.common = new CommonGates(deciding, REASONS);
        this.facts = facts(inForce.program());
    }

    Quote quote() {
        List<Considered> shown = shown();
        Discounting discounting = new Discounting(
                checkout.stacking(), Prices.of(basket.order()), shown.stream().anyMatch(Considered::applies));
        List<Discount> discounts = inForce.program().discounts();
        List<Considered> asked = discounts.stream().map(this::asked).toList();
        Taken taken = discounting.best(IntStream.range(0, asked.size())
                .filter(i -> asked.get(i).applies())
                .mapToObj(discounts::get)
                .toList());
        List<Considered> considered = IntStream.range(0, asked.size())
                .mapToObj(i -> asked.get(i).applies()
                        ? discounting.considered(discounts.get(i), asked.get(i), taken)
                        : asked.get(i))
                .toList();
        return quote(considered, used(shown, taken.prices()), taken.prices());
    }

    private Quote quote(List<Considered> discounts, List<Considered> vouchers, Prices prices) {
        Paying paying = new Paying(checkout, deciding.posting, prices, deciding.now);
        Price payment = basket.payment();
        return new Quote(
                inForce.number(),
                deciding.state.sequence(),
                prices,
                discounts,
                vouchers,
                paying.offers(),
                payment == null ? null : paying.with(payment));
    }

    private Considered asked(Discount discount) {
        List<Gate> gates = new ArrayList<>();
        DiscountDocument document = discount.document();
        common.add(DiscountDocument.useOf(document.id()), document.gates(), discount.condition(), facts, gates);
        return new Considered(document.id(), document.name(), "", gates, 0);
    }

    /** Those that are over the limit are the last of those that could be used. */
    private List<Considered> shown() {
        List<Considered> shown = new ArrayList<>();
        for (String code : basket.codes()) {
            long before = shown.stream().filter(Considered::applies).count();
            shown.add(shown(code, before));
        }
        return shown;
    }

    /** A product and shipping first, then shares, then amounts: what the order gets most of. */
    private List<Considered> used(List<Considered> shown, Prices prices) {
        List<Considered> vouchers = new ArrayList<>(shown);
        IntStream.range(0, vouchers.size())
                .filter(i -> vouchers.get(i).applies())
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(worth(vouchers.get(i).code()))))
                .forEach(i -> vouchers.set(i, used(vouchers.get(i), prices)));
        return vouchers;
    }

    private Considered used(Considered voucher, Prices prices) {
        long amount = prices.take(worth(voucher.code()), Goods.NONE, false);
        return amount == 0 ? voucher.behind(Discounting.nothing()) : voucher.taking(amount);
    }

    private Considered shown(String code, long before) {
        Optional<Redemption> holder = redemption(code);
        if (holder.isEmpty()) {
            Gate unknown = new Gate(
                    Reason.VOUCHER_NOT_FOUND, false, "The member has no such voucher that can be used.", Map.of());
            return new Considered("", LocalizedText.NONE, code, List.of(unknown), 0);
        }
        RewardDocument reward = deciding.redeeming.reward(holder.get()).document();
        List<Gate> gates = List.of(
                new Gate(
                        Reason.TOO_MANY_VOUCHERS,
                        before < checkout.vouchersMax(),
                        "One order may use " + checkout.vouchersMax() + " vouchers.",
                        Map.of("limit", Integer.toString(checkout.vouchersMax()))),
                new Gate(
                        Reason.VOUCHER_STATE,
                        voucher(holder.get()).isActive(),
                        "The voucher is " + voucher(holder.get()).state() + " since "
                                + voucher(holder.get()).changedAt() + ".",
                        Map.of(
                                "state",
                                voucher(holder.get()).state().name(),
                                "since",
                                voucher(holder.get()).changedAt().toString())),
                new Gate(
                        Reason.VOUCHER_NOT_FOR_ORDERS,
                        !(worth(code) instanceof VoucherWorth.Access),
                        "It is for something else than taking money off an order.",
                        Map.of()));
        return new Considered(reward.id(), reward.name(), code, gates, 0);
    }

    Optional<Redemption> redemption(String code) {
        return deciding.redeeming.redemptions().open().values().stream()
                .filter(one -> one.voucher() != null && one.voucher().code().equals(code))
                .findFirst();
    }

    private static Voucher voucher(Redemption holder) {
        return Optional.ofNullable(holder.voucher()).orElseThrow();
    }

    private VoucherWorth worth(String code) {
        RewardContent content = deciding.redeeming
                .reward(redemption(code).orElseThrow())
                .document()
                .content();
        return ((RewardContent.Voucher) content).worth();
    }

    private static int rank(VoucherWorth worth) {
        return switch (worth) {
            case VoucherWorth.FreeProduct(String sku) -> 0;
            case VoucherWorth.FreeShipping() -> 1;
            case VoucherWorth.PercentOff(int percent, long most) -> 2;
            case VoucherWorth.AmountOff(long amount) -> 3;
            case VoucherWorth.Access() -> 4;
        };
    }

    private Facts facts(Program program) {
        return new Facts(
                basket.order(),
                program.zone(),
                deciding.state.traits(),
                deciding.state.tally().behaviour(),
                deciding.state.enrolledAt(),
                Progressing.of(
                        deciding.programs,
                        program,
                        common.standing(),
                        deciding.state.tally().counts(),
                        deciding.now));
    }
}
