package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ExchangeRate;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningBase.Boost;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.Multiplier;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What a rule grants for one fact before caps: exact, until the one rounding for each fact and rule. */
final class EarnedAmount {

    private final EarningRule rule;
    private final Stacking stacking;
    private final Currency currency;
    private final List<Integer> percents;

    /** @param multipliers those that apply to the rule and the fact */
    EarnedAmount(Program program, EarningRule rule, List<Multiplier> multipliers) {
        this.rule = rule;
        this.stacking = program.document().earning().stacking();
        this.currency = program.currency();
        this.percents = multipliers.stream()
                .map(multiplier -> multiplier.document().percent())
                .toList();
    }

    /**
     * The amount in the unit's smallest step.
     *
     * @throws ArithmeticException if it does not fit a long
     */
    long of(Activity activity) {
        return switch (rule.document().amount()) {
            case EarningAmount.Fixed(long units) ->
                Factor.combine(stacking, percents).scale(units);
            case EarningAmount.PerItem(long units) ->
                activity.detail() instanceof Purchase order ? perItem(activity, order, units) : 0;
            case EarningAmount.PerAttribute(String name, long units, long each, Rounding rounding) ->
                Factor.combine(stacking, percents)
                        .divide(BigDecimal.valueOf(Attributes.number(activity, name)), units, each, rounding);
            case EarningAmount.PerAmount(long units, long each, Rounding rounding) ->
                activity.detail() instanceof Purchase order ? perAmount(activity, order, units, each, rounding) : 0;
        };
    }

    private long perItem(Activity activity, Purchase order, long units) {
        BigDecimal items = BigDecimal.ZERO;
        for (OrderLine line : earning(activity, order)) {
            items = items.add(factor(activity, line).times(line.quantity()));
        }
        return Factor.ONE.divide(items, units, 1, Rounding.DOWN);
    }

    private long perAmount(Activity activity, Purchase order, long units, long each, Rounding rounding) {
        EarningBase base = rule.document().base();
        ExchangeRate rate = order.exchangeRate();
        boolean ours = order.currency().equals(currency);
        if (base.equals(EarningBase.GOODS) && percents.isEmpty() && ours && isPaidWithMoney(order)) {
            return rounding.scale(withoutGiftCards(order), units, each); // the hot path
        }
        BigDecimal money = BigDecimal.ZERO;
        for (OrderLine line : earning(activity, order)) {
            money = money.add(factor(activity, line).times(worth(line, base)));
        }
        if (base.withShipping()) {
            money = money.add(Factor.combine(stacking, percents).times(order.shipping()));
        }
        if (!ours && rate != null) {
            money = money.multiply(rate.factor(order.currency(), currency));
        }
        return share(money, order, base, units, each, rounding);
    }

    /** What does not earn because of how it was paid is taken off in proportion: it pays for a part of everything. */
    private static long share(
            BigDecimal money, Purchase order, EarningBase base, long units, long each, Rounding rounding) {
        long total = order.total();
        long notEarning = (base.withUnitPayments() ? 0 : order.paidWithUnits())
                + (base.withoutGiftCardPayments() ? order.paidWithGiftCards() : 0);
        if (notEarning == 0) {
            return Factor.ONE.divide(money, units, each, rounding);
        }
        BigInteger weight = BigInteger.valueOf(units).multiply(BigInteger.valueOf(Math.max(0, total - notEarning)));
        return Factor.ONE.divide(money, weight, BigInteger.valueOf(each).multiply(BigInteger.valueOf(total)), rounding);
    }

    private List<OrderLine> earning(Activity activity, Purchase order) {
        EarningBase base = rule.document().base();
        return order.lines().stream()
                .filter(line -> base.withGiftCards() || !line.giftCard())
                .filter(line -> !base.excluded().include(line, activity.place()))
                .toList();
    }

    private Factor factor(Activity activity, OrderLine line) {
        List<Integer> all = new ArrayList<>(percents);
        for (Boost boost : rule.document().base().boosts()) {
            if (boost.goods().include(line, activity.place())) {
                all.add(boost.percent());
            }
        }
        return Factor.combine(stacking, all);
    }

    private static long worth(OrderLine line, EarningBase base) {
        long amount = base.beforeTax() ? line.amount() - line.tax() : line.amount();
        return base.beforeDiscounts() ? Math.addExact(amount, line.discount()) : amount;
    }

    private static boolean isPaidWithMoney(Purchase order) {
        return order.paidWithUnits() == 0;
    }

    private static long withoutGiftCards(Purchase order) {
        return order.lines().stream()
                .filter(line -> !line.giftCard())
                .mapToLong(OrderLine::amount)
                .reduce(0, Math::addExact);
    }
}
