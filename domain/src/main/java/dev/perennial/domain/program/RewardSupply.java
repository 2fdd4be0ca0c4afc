package dev.perennial.domain.program;

import java.util.OptionalLong;

/**
 * How much of a reward there is, for all members together.
 *
 * @param stock how many may ever be had, less what was given back; empty for as many as are asked for
 * @param budget the id of a budget that it draws on: in the unit that the reward grants if that is the budget's,
 *     otherwise in the price's; empty for none
 */
public record RewardSupply(OptionalLong stock, String budget) {

    public static final RewardSupply UNLIMITED = new RewardSupply(OptionalLong.empty(), "");

    public static RewardSupply of(long stock) {
        return new RewardSupply(OptionalLong.of(stock), "");
    }
}
