package dev.perennial.domain.program;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Which units a reward has to do with. */
final class RewardUnits {

    private RewardUnits() {}

    static Optional<String> granted(RewardDocument reward) {
        return reward.content() instanceof RewardContent.Units units ? Optional.of(units.unit()) : Optional.empty();
    }

    static Optional<String> price(RewardDocument reward) {
        return Optional.ofNullable(reward.price()).map(RewardDocument.Price::unit);
    }

    /** What one redemption draws on a budget in the unit; empty for one that it has nothing to do with. */
    static OptionalLong drawn(RewardDocument reward, String unit) {
        return Stream.concat(amountGranted(reward, unit), amountPaid(reward, unit))
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static Stream<Long> amountGranted(RewardDocument reward, String unit) {
        return reward.content() instanceof RewardContent.Units units
                        && units.unit().equals(unit)
                ? Stream.of(units.amount())
                : Stream.empty();
    }

    private static Stream<Long> amountPaid(RewardDocument reward, String unit) {
        RewardDocument.Price price = reward.price();
        return price != null && price.unit().equals(unit) ? Stream.of(price.amount()) : Stream.empty();
    }
}
