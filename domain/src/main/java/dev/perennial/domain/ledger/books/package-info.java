/** What entries mean to an accountant: what is owed, on which accounts a movement is booked, and what it is worth. */
@NullMarked
package dev.perennial.domain.ledger.books;

import org.jspecify.annotations.NullMarked;
