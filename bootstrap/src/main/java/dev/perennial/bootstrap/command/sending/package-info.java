/** Sending many facts and members at once: bounded, at the server's pace, and patient when it is away for a while. */
@NullMarked
package dev.perennial.bootstrap.command.sending;

import org.jspecify.annotations.NullMarked;
