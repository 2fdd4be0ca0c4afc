/** The movable clock of a sandbox: reading it, and advancing it with everything that becomes due on the way. */
@NullMarked
package dev.perennial.application.sandbox;

import org.jspecify.annotations.NullMarked;
