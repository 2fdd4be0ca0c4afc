/** Statistics: estimates with what they rest on, never exact amounts. */
@NullMarked
package dev.perennial.domain.insight;

import org.jspecify.annotations.NullMarked;
