package dev.perennial.domain.testing;

import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.LocalizedText;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardDocument.Limit;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.program.RewardGates;
import dev.perennial.domain.program.RewardSupply;
import dev.perennial.domain.shared.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rewards in a line: {@code aReward("mug").costing(100).withStock(5).made()}. */
public final class Catalogue {

    private Catalogue() {}

    /** A voucher for something that the name says, free and for everybody. */
    public static AReward aReward(String id) {
        return new AReward(id);
    }

    /** A reward in the making. */
    public static final class AReward {

        private final String id;
        private RewardContent content = new RewardContent.Voucher(
                new VoucherWorth.Access(), new CodeSource.Generated(CodeSource.Generated.DEFAULT_FORMAT), 0);
        private @Nullable Price price;
        private @Nullable Instant startsAt;
        private @Nullable Instant endsAt;
        private List<String> tiers = List.of();
        private String words = "";
        private Condition condition = Condition.ALWAYS;
        private final List<Limit> limits = new ArrayList<>();
        private OptionalLong stock = OptionalLong.empty();
        private String budget = "";

        private AReward(String id) {
            this.id = id;
        }

        public AReward costing(long points) {
            price = new Price("points", points);
            return this;
        }

        /** Its price is of another unit than points. */
        public AReward of(String unit) {
            price = new Price(unit, price == null ? 1 : price.amount());
            return this;
        }

        public AReward granting(String unit, long amount, Expiry expiry) {
            content = new RewardContent.Units(unit, amount, expiry);
            return this;
        }

        public AReward validFor(int days) {
            VoucherWorth worth =
                    content instanceof RewardContent.Voucher voucher ? voucher.worth() : new VoucherWorth.Access();
            content = new RewardContent.Voucher(
                    worth, new CodeSource.Generated(CodeSource.Generated.DEFAULT_FORMAT), days);
            return this;
        }

        /** A voucher that is good for this. */
        public AReward worth(VoucherWorth worth) {
            content =
                    new RewardContent.Voucher(worth, new CodeSource.Generated(CodeSource.Generated.DEFAULT_FORMAT), 0);
            return this;
        }

        public AReward withCodesOf(String list) {
            content = new RewardContent.Voucher(new VoucherWorth.Access(), new CodeSource.Imported(list), 0);
            return this;
        }

        public AReward between(Instant start, Instant end) {
            startsAt = start;
            endsAt = end;
            return this;
        }

        public AReward forLevels(String... ids) {
            tiers = List.of(ids);
            return this;
        }

        public AReward when(String source, Condition holds) {
            words = source;
            condition = holds;
            return this;
        }

        public AReward atMost(long times, Period period) {
            limits.add(new Limit(period, times));
            return this;
        }

        public AReward withStock(long pieces) {
            stock = OptionalLong.of(pieces);
            return this;
        }

        public AReward from(String budgetId) {
            budget = budgetId;
            return this;
        }

        public Reward made() {
            RewardDocument document = new RewardDocument(
                    id,
                    LocalizedText.of(id),
                    LocalizedText.NONE,
                    "",
                    content,
                    price,
                    new RewardGates(startsAt, endsAt, tiers, words, limits),
                    new RewardSupply(stock, budget),
                    RewardDocument.DEFAULT_RESERVATION_MINUTES);
            return new Reward(document, condition);
        }
    }
}
