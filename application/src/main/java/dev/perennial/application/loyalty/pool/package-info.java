/** Families that save together. */
@NullMarked
package dev.perennial.application.loyalty.pool;

import org.jspecify.annotations.NullMarked;
