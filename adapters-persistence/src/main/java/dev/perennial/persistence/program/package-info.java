/** Applied programs as documents. */
@NullMarked
package dev.perennial.persistence.program;

import org.jspecify.annotations.NullMarked;
