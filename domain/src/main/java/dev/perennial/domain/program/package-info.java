/** A tenant's set-up as one declarative, versioned document, and what it becomes once checked. */
@NullMarked
package dev.perennial.domain.program;

import org.jspecify.annotations.NullMarked;
