package dev.perennial.bootstrap.story;

import dev.perennial.contract.program.v1.Access;
import dev.perennial.contract.program.v1.LocalizedText;
import dev.perennial.contract.program.v1.Price;
import dev.perennial.contract.program.v1.Reward;
import dev.perennial.contract.program.v1.RewardUnits;
import dev.perennial.contract.program.v1.Voucher;

/** Rewards in the making. */
final class Catalogue {

    private Catalogue() {}

    /** A voucher that can be used for so many days; 0 for ever. */
    static Reward.Builder voucher(String id, long points, int validDays) {
        return priced(id, points)
                .setVoucher(Voucher.newBuilder()
                        .setAccess(Access.getDefaultInstance())
                        .setValidDays(validDays));
    }

    /** A voucher with a code of a list that was imported; it can be used for ever. */
    static Reward.Builder imported(String id, long points, String list) {
        Reward.Builder reward = voucher(id, points, 0);
        reward.getVoucherBuilder().getImportedBuilder().setList(list);
        return reward;
    }

    /** Another unit. */
    static Reward.Builder units(String id, long points, String unit, long amount) {
        return priced(id, points)
                .setUnits(RewardUnits.newBuilder().setUnit(unit).setAmount(amount));
    }

    private static Reward.Builder priced(String id, long points) {
        return Reward.newBuilder()
                .setId(id)
                .setName(LocalizedText.newBuilder().setText(id).putTranslations("de", id + " auf Deutsch"))
                .setPrice(Price.newBuilder().setUnit("points").setAmount(points));
    }
}
