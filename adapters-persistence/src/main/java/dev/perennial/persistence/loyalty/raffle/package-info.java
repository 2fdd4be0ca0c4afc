/** Raffles, their lists of tickets and their draws, as rows. */
@NullMarked
package dev.perennial.persistence.loyalty.raffle;

import org.jspecify.annotations.NullMarked;
