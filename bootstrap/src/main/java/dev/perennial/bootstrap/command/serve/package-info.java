/** The command that runs the platform. */
@NullMarked
package dev.perennial.bootstrap.command.serve;

import org.jspecify.annotations.NullMarked;
