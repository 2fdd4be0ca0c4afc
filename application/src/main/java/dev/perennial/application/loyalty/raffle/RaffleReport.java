package dev.perennial.application.loyalty.raffle;

import dev.perennial.domain.loyalty.raffle.Outcome;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.program.RaffleDocument;

/**
 * Everything about a raffle but the list.
 *
 * @param terms by which it goes
 * @param outcome who wins as of now; nobody before the draw
 */
public record RaffleReport(RaffleDocument terms, Raffle raffle, Outcome outcome) {}
