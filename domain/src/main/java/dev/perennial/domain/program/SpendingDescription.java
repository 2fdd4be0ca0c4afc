package dev.perennial.domain.program;

import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rewards, transfers, pools and what baskets cost in words, field by field; empty for what is not set. */
final class SpendingDescription {

    private SpendingDescription() {}

    static Map<String, String> of(RewardDocument reward) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "name", reward.name());
        put(fields, "description", reward.description());
        fields.put("picture_url", reward.pictureUrl());
        content(fields, reward.content());
        RewardDocument.Price price = reward.price();
        fields.put("price", price == null ? "" : price.amount() + " " + price.unit());
        gates(fields, reward.gates());
        fields.put(
                "stock",
                reward.supply().stock().isPresent()
                        ? Long.toString(reward.supply().stock().getAsLong())
                        : "");
        fields.put("budget", reward.supply().budget());
        fields.put("reservation_minutes", Words.count(reward.reservationMinutes(), "minute"));
        return fields;
    }

    static Map<String, String> of(TransferDocument transfer) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("minimum", Long.toString(transfer.minimum()));
        fields.put("maximum", Long.toString(transfer.maximum()));
        fields.put(
                "sending_limits",
                transfer.sending().stream()
                        .map(TransferDocument.SendingLimit::words)
                        .collect(Collectors.joining("; ")));
        fields.put(
                "receiving_limits",
                transfer.receiving().stream()
                        .map(TransferDocument.ReceivingLimit::words)
                        .collect(Collectors.joining("; ")));
        fields.put("expiry", expiry(transfer.expiry()));
        return fields;
    }

    static Map<String, String> of(@Nullable PoolDocument pool) {
        if (pool == null) {
            return Map.of();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("units", Words.sorted(pool.units()));
        fields.put("max_members", Integer.toString(pool.maxMembers()));
        fields.put("spending", pool.spending().name());
        fields.put("cooling_off_days", Words.days(pool.coolingOffDays()));
        return fields;
    }

    /** What concerns all baskets, as far as it is not as usual. */
    static Map<String, String> of(CheckoutDocument checkout) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("stacking", checkout.stacking() == Stacking.HIGHEST ? "" : Words.lower(checkout.stacking()));
        fields.put(
                "vouchers_max",
                checkout.vouchersMax() == CheckoutDocument.DEFAULT_VOUCHERS_MAX
                        ? ""
                        : Integer.toString(checkout.vouchersMax()));
        fields.put(
                "reservation_minutes",
                checkout.reservationMinutes() == CheckoutDocument.DEFAULT_RESERVATION_MINUTES
                        ? ""
                        : Words.count(checkout.reservationMinutes(), "minute"));
        return fields;
    }

    static Map<String, String> of(DiscountDocument discount) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "name", discount.name());
        fields.put("worth", words(discount.worth()));
        fields.put("goods", discount.goods().isEmpty() ? "" : EarningDescription.words(discount.goods()));
        gates(fields, discount.gates());
        fields.put("group", discount.group());
        fields.put("exclusive", discount.exclusive() ? "true" : "");
        return fields;
    }

    static Map<String, String> of(UnitPaymentDocument payment) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("worth", payment.units() + " are worth " + payment.value());
        fields.put("minimum", Long.toString(payment.minimum()));
        fields.put("step", Long.toString(payment.step()));
        fields.put("percent_max", payment.percentMax() + " %");
        fields.put("with_shipping", payment.withShipping() ? "true" : "");
        return fields;
    }

    private static String expiry(@Nullable Expiry expiry) {
        if (expiry == null) {
            return "";
        }
        return expiry instanceof Expiry.Never ? "never" : Words.expiry(expiry);
    }

    /** The text for everybody by the field's name, each other one by its language. */
    private static void put(Map<String, String> fields, String name, LocalizedText text) {
        fields.put(name, text.text());
        new TreeMap<>(text.translations())
                .forEach((tag, translation) -> fields.put(name + "[" + tag + "]", translation));
    }

    private static void content(Map<String, String> fields, RewardContent content) {
        switch (content) {
            case RewardContent.Units(String unit, long amount, Expiry expiry) ->
                fields.put("units", Words.granted(amount, unit, expiry));
            case RewardContent.Voucher(VoucherWorth worth, CodeSource codes, int validDays) -> {
                fields.put("voucher", words(worth));
                fields.put("voucher.codes", words(codes));
                fields.put("voucher.valid_days", Words.days(validDays));
            }
        }
    }

    private static String words(VoucherWorth worth) {
        return switch (worth) {
            case VoucherWorth.FreeProduct(String sku) -> "one " + sku + " for free";
            case VoucherWorth.AmountOff(long amount) -> amount + " off an order";
            case VoucherWorth.PercentOff(int percent, long most) ->
                percent + " % off an order" + (most == 0 ? "" : ", at most " + most);
            case VoucherWorth.FreeShipping() -> "free shipping";
            case VoucherWorth.Access() -> "access";
        };
    }

    private static String words(CodeSource codes) {
        return switch (codes) {
            case CodeSource.Generated(String format) -> format;
            case CodeSource.Imported(String list) -> "from the list " + list;
        };
    }

    private static void gates(Map<String, String> fields, RewardGates gates) {
        fields.put("available_from", Words.moment(gates.startsAt()));
        fields.put("available_until", Words.moment(gates.endsAt()));
        fields.put("tiers", Words.sorted(gates.tiers()));
        fields.put("condition", gates.condition());
        fields.put(
                "limits",
                gates.limits().stream().map(RewardDocument.Limit::words).collect(Collectors.joining(", ")));
    }
}
