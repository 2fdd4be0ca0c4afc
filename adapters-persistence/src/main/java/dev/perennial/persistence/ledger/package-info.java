/** Balances, lots and entries as rows. */
@NullMarked
package dev.perennial.persistence.ledger;

import org.jspecify.annotations.NullMarked;
