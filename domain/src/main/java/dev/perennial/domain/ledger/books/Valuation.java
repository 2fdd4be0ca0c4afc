package dev.perennial.domain.ledger.books;

import dev.perennial.domain.program.FairValue;

/**
 * What units of one version are worth.
 *
 * @param currency ISO 4217 code, of the version that has the value
 */
public record Valuation(FairValue value, String currency) {}
