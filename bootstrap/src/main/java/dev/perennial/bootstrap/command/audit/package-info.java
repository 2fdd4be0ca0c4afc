/** The command that audits the stored rows. */
@NullMarked
package dev.perennial.bootstrap.command.audit;

import org.jspecify.annotations.NullMarked;
