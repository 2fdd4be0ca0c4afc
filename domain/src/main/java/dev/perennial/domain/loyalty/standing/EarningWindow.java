package dev.perennial.domain.loyalty.standing;

import java.time.Instant;

/**
 * The window within which a level is earned.
 *
 * @param from its first moment
 * @param to the first moment after it
 * @param rolling whether it moves on with each day; if not, it begins anew at its end
 */
public record EarningWindow(Instant from, Instant to, boolean rolling) {

    public boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
