/** What every capability speaks of: ids, periods, exact arithmetic, refusals and problems as values. */
@NullMarked
package dev.perennial.domain.shared;

import org.jspecify.annotations.NullMarked;
