/**
 * One ledger of units: accounts, entries that balance by construction, and lots that remember when they were earned.
 */
@NullMarked
package dev.perennial.domain.ledger;

import org.jspecify.annotations.NullMarked;
