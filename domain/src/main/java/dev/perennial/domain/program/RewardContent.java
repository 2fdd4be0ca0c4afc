package dev.perennial.domain.program;

/** What somebody has who redeems a reward. */
public sealed interface RewardContent {

    /**
     * Other units: store credit, tickets of a raffle, a gift to a cause.
     *
     * @param amount at least 1, in the unit's smallest step
     * @param expiry counted from the redemption
     */
    record Units(String unit, long amount, Expiry expiry) implements RewardContent {}

    /**
     * A voucher, which is used once.
     *
     * @param worth what it is good for
     * @param codes where its code comes from
     * @param validDays how many days of 24 hours it can be used; 0 for as long as the program runs; at most 3,650
     */
    record Voucher(VoucherWorth worth, CodeSource codes, int validDays) implements RewardContent {}

    /** What a voucher is good for. */
    sealed interface VoucherWorth {

        /** One piece of a product. */
        record FreeProduct(String sku) implements VoucherWorth {}

        /**
         * So much off an order.
         *
         * @param amount at least 1, in the smallest unit of the program's currency
         */
        record AmountOff(long amount) implements VoucherWorth {}

        /**
         * A share off an order.
         *
         * @param percent 1 to 100
         * @param most the most that it takes off, in the smallest unit of the program's currency; 0 for no limit
         */
        record PercentOff(int percent, long most) implements VoucherWorth {}

        /** Delivery for nothing. */
        record FreeShipping() implements VoucherWorth {}

        /** Entry, an invitation, a service, something that a partner gives: whatever the reward's name says. */
        record Access() implements VoucherWorth {}
    }

    /** Where the codes of vouchers come from. */
    sealed interface CodeSource {

        /**
         * They are made when a reward is redeemed.
         *
         * @param format how a code looks: each {@code #} becomes a letter or a digit by chance, everything else stays as
         *     it is. At least 10 {@code #}, which is 50 random bits
         */
        record Generated(String format) implements CodeSource {

            /** 80 random bits. */
            public static final String DEFAULT_FORMAT = "####-####-####-####";
        }

        /**
         * They were made elsewhere and are taken from a list that was imported, each once.
         *
         * @param list the id of the list: 1 to 64 of a-z, 0-9, _ and -, beginning with a letter
         */
        record Imported(String list) implements CodeSource {}
    }
}
