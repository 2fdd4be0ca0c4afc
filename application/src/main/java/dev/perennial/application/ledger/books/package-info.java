/** The books: what is owed at a time, what has run out, and the journal that an accountant posts. */
@NullMarked
package dev.perennial.application.ledger.books;

import org.jspecify.annotations.NullMarked;
