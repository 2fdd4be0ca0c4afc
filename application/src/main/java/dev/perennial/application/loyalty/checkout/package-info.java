/** What baskets cost, and what is held for orders. */
@NullMarked
package dev.perennial.application.loyalty.checkout;

import org.jspecify.annotations.NullMarked;
