/** Checks from raw SQL, with none of the code that wrote it, that what must always hold of the ledger does. */
@NullMarked
package dev.perennial.persistence.audit;

import org.jspecify.annotations.NullMarked;
