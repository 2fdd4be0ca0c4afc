package dev.perennial.domain.program;

import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardDocument.Limit;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rewards as authors write them: {@code aReward("mug").costing(200, "points").inStock(50).atMost(1, Period.YEAR)}. */
public final class RewardDocuments {

    private RewardDocuments() {}

    /** A correct reward: a voucher for a coffee, for 100 points. */
    public static AReward aReward(String id) {
        return new AReward(id);
    }

    /** A reward in the making. */
    public static final class AReward {
        private final String id;
        private LocalizedText name = LocalizedText.of("A coffee");
        private LocalizedText description = LocalizedText.NONE;
        private String pictureUrl = "";
        private RewardContent content =
                voucher(new VoucherWorth.FreeProduct("coffee"), CodeSource.Generated.DEFAULT_FORMAT);
        private @Nullable Price price = new Price("points", 100);
        private @Nullable Instant startsAt;
        private @Nullable Instant endsAt;
        private List<String> tiers = List.of();
        private String condition = "";
        private final List<Limit> limits = new ArrayList<>();
        private OptionalLong stock = OptionalLong.empty();
        private String budget = "";
        private int reservationMinutes = RewardDocument.DEFAULT_RESERVATION_MINUTES;

        private AReward(String id) {
            this.id = id;
        }

        public AReward called(String words) {
            return called(LocalizedText.of(words));
        }

        public AReward called(LocalizedText words) {
            name = words;
            return this;
        }

        public AReward described(LocalizedText words) {
            description = words;
            return this;
        }

        public AReward pictured(String url) {
            pictureUrl = url;
            return this;
        }

        public AReward giving(RewardContent what) {
            content = what;
            return this;
        }

        /** A voucher with generated codes that does not run out. */
        public AReward giving(VoucherWorth worth) {
            return giving(voucher(worth, CodeSource.Generated.DEFAULT_FORMAT));
        }

        public AReward granting(String unit, long amount) {
            return giving(new RewardContent.Units(unit, amount, new Expiry.Never()));
        }

        public AReward withCodes(String format) {
            return giving(voucher(new VoucherWorth.Access(), format));
        }

        public AReward costing(long amount, String unit) {
            price = new Price(unit, amount);
            return this;
        }

        public AReward free() {
            price = null;
            return this;
        }

        public AReward from(String moment) {
            startsAt = Instant.parse(moment);
            return this;
        }

        public AReward until(String moment) {
            endsAt = Instant.parse(moment);
            return this;
        }

        public AReward forTiers(String... ids) {
            tiers = List.of(ids);
            return this;
        }

        public AReward when(String source) {
            condition = source;
            return this;
        }

        public AReward atMost(long times, Period period) {
            limits.add(new Limit(period, times));
            return this;
        }

        public AReward inStock(long pieces) {
            stock = OptionalLong.of(pieces);
            return this;
        }

        public AReward drawingOn(String budgetId) {
            budget = budgetId;
            return this;
        }

        public AReward reservedFor(int minutes) {
            reservationMinutes = minutes;
            return this;
        }

        public RewardDocument written() {
            return new RewardDocument(
                    id,
                    name,
                    description,
                    pictureUrl,
                    content,
                    price,
                    new RewardGates(startsAt, endsAt, tiers, condition, limits),
                    new RewardSupply(stock, budget),
                    reservationMinutes);
        }

        private static RewardContent.Voucher voucher(VoucherWorth worth, String format) {
            return new RewardContent.Voucher(worth, new CodeSource.Generated(format), 0);
        }
    }
}
