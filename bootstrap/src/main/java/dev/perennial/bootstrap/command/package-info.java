/**
 * The subcommands of {@code perennial}. Most are clients of the gRPC API, without Spring, so that each starts at once.
 * {@code serve} and {@code demo} run a server in this process, {@code demo} as its client, too; {@code audit} opens the
 * database itself.
 */
@NullMarked
package dev.perennial.bootstrap.command;

import org.jspecify.annotations.NullMarked;
