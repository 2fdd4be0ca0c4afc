/** The command that adds tenants and gives and takes keys. It opens the database itself. */
@NullMarked
package dev.perennial.bootstrap.command.tenant;

import org.jspecify.annotations.NullMarked;
