package dev.perennial.domain.testing;

import static dev.perennial.domain.testing.Moments.at;

import dev.perennial.domain.program.CheckoutDocument;
import dev.perennial.domain.program.DiscountDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Goods;
import dev.perennial.domain.program.LocalizedText;
import dev.perennial.domain.program.PoolDocument;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardDocument.Limit;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.program.RewardGates;
import dev.perennial.domain.program.RewardSupply;
import dev.perennial.domain.program.SpendingDocument;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.program.TransferDocument.ReceivingLimit;
import dev.perennial.domain.program.TransferDocument.SendingLimit;
import dev.perennial.domain.program.UnitPaymentDocument;
import dev.perennial.domain.shared.Period;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a full document says of what units can be spent on. */
final class FullSpending {

    private static final CodeSource RANDOM = new CodeSource.Generated(CodeSource.Generated.DEFAULT_FORMAT);

    private FullSpending() {}

    static SpendingDocument written() {
        return new SpendingDocument(
                Stream.concat(
                                Stream.of(
                                        mug(),
                                        voucher(
                                                "tenth-off",
                                                new RewardContent.Voucher(
                                                        new VoucherWorth.PercentOff(10, 2_000), RANDOM, 30)),
                                        voucher(
                                                "share-off",
                                                new RewardContent.Voucher(
                                                        new VoucherWorth.PercentOff(100, 0),
                                                        new CodeSource.Generated("VIP ##########"),
                                                        3_650)),
                                        voucher(
                                                "five-off",
                                                new RewardContent.Voucher(new VoucherWorth.AmountOff(500), RANDOM, 0)),
                                        voucher(
                                                "lounge",
                                                new RewardContent.Voucher(
                                                        new VoucherWorth.Access(),
                                                        new CodeSource.Imported("lounge-2026"),
                                                        1))),
                                credits())
                        .toList(),
                14,
                List.of(
                        new TransferDocument(
                                "points",
                                10,
                                5_000,
                                List.of(new SendingLimit(Period.DAY, 1_000, 3), new SendingLimit(Period.YEAR, 0, 50)),
                                List.of(new ReceivingLimit(Period.WEEK, 5)),
                                null),
                        new TransferDocument(
                                "credit", 1, TransferDocument.AMOUNT_MAX, List.of(), List.of(), new Expiry.Never())),
                new PoolDocument(List.of("points", "credit"), 6, PoolDocument.Spending.ADULTS, 90),
                checkout());
    }

    /** One discount for each thing that can be taken off. */
    private static CheckoutDocument checkout() {
        return new CheckoutDocument(
                List.of(
                        new DiscountDocument(
                                "members",
                                new LocalizedText("For members", Map.of("de", "Für Mitglieder")),
                                new RewardGates(
                                        at("2026-03-01T00:00:00Z"),
                                        at("2036-03-01T00:00:00Z"),
                                        List.of("gold"),
                                        "activity.amount >= 5000",
                                        List.of(new Limit(Period.MONTH, 2))),
                                new VoucherWorth.PercentOff(10, 2_000),
                                new Goods(Set.of("mug"), Set.of("tea"), Set.of("own"), Set.of("Mitte")),
                                "usual",
                                false),
                        discount("five", new VoucherWorth.AmountOff(500), "usual", false),
                        discount("gift", new VoucherWorth.FreeProduct("bag"), "", false),
                        discount("delivery", new VoucherWorth.FreeShipping(), "", true)),
                Stacking.MULTIPLY,
                3,
                List.of(
                        new UnitPaymentDocument("points", 100, 50, 200, 100, 40, true),
                        new UnitPaymentDocument("credit", 1, 1, 1, 1, 100, false)),
                15);
    }

    private static DiscountDocument discount(String id, VoucherWorth worth, String group, boolean exclusive) {
        return new DiscountDocument(
                id, LocalizedText.of("Discount " + id), RewardGates.NONE, worth, Goods.NONE, group, exclusive);
    }

    private static RewardDocument mug() {
        return new RewardDocument(
                "mug",
                new LocalizedText("A mug", Map.of("de", "Eine Tasse", "pt-BR", "Uma caneca")),
                new LocalizedText("It holds\na third of a litre.", Map.of("de", "Sie fasst\neinen Drittelliter.")),
                "https://shop.example/mug.png?size=200",
                new RewardContent.Voucher(new VoucherWorth.FreeProduct("mug"), RANDOM, 90),
                new Price("points", 200),
                new RewardGates(
                        at("2026-03-01T00:00:00Z"),
                        at("2036-03-01T00:00:00.000001Z"),
                        List.of("silver", "gold"),
                        "member.purchases >= 0",
                        List.of(new Limit(Period.DAY, 1), new Limit(Period.YEAR, 3))),
                RewardSupply.of(50),
                43_200);
    }

    private static RewardDocument voucher(String id, RewardContent content) {
        return reward(id, content, new Price("miles", 1_000), RewardSupply.UNLIMITED);
    }

    /** One for each way in which units run out. */
    private static Stream<RewardDocument> credits() {
        List<Expiry> expiries = List.of(
                new Expiry.Never(),
                new Expiry.AfterDays(30),
                new Expiry.AfterMonths(18),
                new Expiry.EndOfMonth(0),
                new Expiry.EndOfYear(1));
        return IntStream.range(0, expiries.size())
                .mapToObj(i -> reward(
                        "credit-" + i,
                        new RewardContent.Units("credit", 500 + i, expiries.get(i)),
                        i == 0 ? null : new Price("points", 1),
                        new RewardSupply(OptionalLong.empty(), "spring")));
    }

    private static RewardDocument reward(String id, RewardContent content, @Nullable Price price, RewardSupply supply) {
        RewardGates once = new RewardGates(
                null, null, List.of(), "", price == null ? List.of(new Limit(Period.LIFETIME, 1)) : List.of());
        return new RewardDocument(
                id,
                LocalizedText.of("Reward " + id),
                LocalizedText.NONE,
                "",
                content,
                price,
                once,
                supply,
                RewardDocument.DEFAULT_RESERVATION_MINUTES);
    }
}
