/** A member's standing: the levels that were earned, matched or paid for, as a machine that the fold carries along. */
@NullMarked
package dev.perennial.domain.loyalty.standing;

import org.jspecify.annotations.NullMarked;
