package dev.perennial.domain.loyalty.reward;

import dev.perennial.domain.shared.Period;
import java.time.LocalDate;

/**
 * How often one member had a reward is counted by this, and so is how much and how often it sent and received.
 *
 * @param reward the reward's id, or what is counted in words with a colon, which no id has
 * @param start the first day of the period, in the zone of the program
 */
public record RewardUse(String reward, Period period, LocalDate start) {

    public static RewardUse of(String reward, Period period, LocalDate day) {
        return new RewardUse(reward, period, period.startOf(day));
    }

    /** Whether the period is over on the day: nobody asks for it any more. */
    public boolean isOver(LocalDate day) {
        return !period.endOf(start).isAfter(day);
    }
}
