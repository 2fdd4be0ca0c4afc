/** Everything that a member's screen shows, in one call. */
@NullMarked
package dev.perennial.application.loyalty.wallet;

import org.jspecify.annotations.NullMarked;
