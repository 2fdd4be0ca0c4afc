/** Orders of customers who are no members yet. */
@NullMarked
package dev.perennial.domain.loyalty.guest;

import org.jspecify.annotations.NullMarked;
