/** Raffles: the list of tickets, its commitment, the draw, and what a refund takes away again. */
@NullMarked
package dev.perennial.domain.loyalty.raffle;

import org.jspecify.annotations.NullMarked;
