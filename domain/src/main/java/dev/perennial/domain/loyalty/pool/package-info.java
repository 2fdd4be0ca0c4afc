/** Families that save together: who is in a pool, and what each may do there. */
@NullMarked
package dev.perennial.domain.loyalty.pool;

import org.jspecify.annotations.NullMarked;
