package dev.perennial.domain.program;

import dev.perennial.domain.program.RewardContent.VoucherWorth;

/**
 * Something that is taken off a basket without a voucher: a benefit of a level, a promotion.
 *
 * @param id unique among the discounts and stable over the versions of the program
 * @param gates who gets it and when; its condition reads the basket as the order that it would become
 * @param worth what it takes off; never {@link VoucherWorth.Access}
 * @param goods what it is taken off; none means everything. A free product and free shipping have none
 * @param group of the discounts of one group only the one that takes off most is taken; empty for none
 * @param exclusive whether it is taken without any other discount and without vouchers, or not at all
 */
public record DiscountDocument(
        String id,
        LocalizedText name,
        RewardGates gates,
        VoucherWorth worth,
        Goods goods,
        String group,
        boolean exclusive) {

    /** The id under which limits count it, as a reward's; a reward's own id has no colon. */
    public static String useOf(String id) {
        return "discount:" + id;
    }
}
