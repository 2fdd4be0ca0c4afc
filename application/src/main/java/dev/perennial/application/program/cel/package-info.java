/** Conditions written in CEL: the only place that knows the library, behind the domain's {@code Conditions}. */
@NullMarked
package dev.perennial.application.program.cel;

import org.jspecify.annotations.NullMarked;
