/** The command that brings the members of another loyalty system. */
@NullMarked
package dev.perennial.bootstrap.command.migrating;

import org.jspecify.annotations.NullMarked;
