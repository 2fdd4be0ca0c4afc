package dev.perennial.domain.ledger;

/**
 * Units of one lot.
 *
 * @param lot the lot's number within the member
 * @param amount more than 0, in the unit's smallest step
 */
public record LotShare(int lot, long amount) {}
