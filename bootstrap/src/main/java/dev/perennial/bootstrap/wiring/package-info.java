/** Puts the modules together: one class for each capability says what is made of what. */
@NullMarked
package dev.perennial.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
