/** The subcommands of {@code perennial}: clients of the gRPC API, without Spring, so that each starts at once. */
@NullMarked
package dev.perennial.bootstrap.command;

import org.jspecify.annotations.NullMarked;
