/** Closing raffles, drawing them, and reading what is published of them. */
@NullMarked
package dev.perennial.application.loyalty.raffle;

import org.jspecify.annotations.NullMarked;
