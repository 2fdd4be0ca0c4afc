/** What a basket costs, and what is held for an order. */
@NullMarked
package dev.perennial.domain.loyalty.checkout;

import org.jspecify.annotations.NullMarked;
