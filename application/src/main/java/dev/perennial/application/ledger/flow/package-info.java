/** What units went where, summed over all members: donations by cause, settlement with partners. */
@NullMarked
package dev.perennial.application.ledger.flow;

import org.jspecify.annotations.NullMarked;
