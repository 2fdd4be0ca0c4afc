/** Balances, statements and corrections by hand. */
@NullMarked
package dev.perennial.application.ledger;

import org.jspecify.annotations.NullMarked;
