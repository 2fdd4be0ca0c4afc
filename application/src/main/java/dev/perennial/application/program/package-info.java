/** Planning, applying and finding programs; the only place that knows how conditions are written. */
@NullMarked
package dev.perennial.application.program;

import org.jspecify.annotations.NullMarked;
