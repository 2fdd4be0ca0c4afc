/** What customers bring along from another loyalty system, and what must be true of it. */
@NullMarked
package dev.perennial.domain.loyalty.migration;

import org.jspecify.annotations.NullMarked;
