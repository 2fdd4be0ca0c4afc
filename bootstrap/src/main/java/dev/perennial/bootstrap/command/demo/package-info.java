/**
 * A simulated shop that shows the platform at work: everything goes through the public API, and the same seed plays the
 * same shop again, shifted to end today.
 */
@NullMarked
package dev.perennial.bootstrap.command.demo;

import org.jspecify.annotations.NullMarked;
