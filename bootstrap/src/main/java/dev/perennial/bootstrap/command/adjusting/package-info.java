/** The command that corrects what many members have. */
@NullMarked
package dev.perennial.bootstrap.command.adjusting;

import org.jspecify.annotations.NullMarked;
