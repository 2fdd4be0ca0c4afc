/** The command that tells what would have been, had another program been in force. */
@NullMarked
package dev.perennial.bootstrap.command.simulating;

import org.jspecify.annotations.NullMarked;
