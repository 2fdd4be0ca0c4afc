/** Counts over the purchases of all members. */
@NullMarked
package dev.perennial.persistence.insight;

import org.jspecify.annotations.NullMarked;
