/** Applying a program that is kept in a JSON file: every problem of it at once, each at its place in the file. */
@NullMarked
package dev.perennial.bootstrap.command.program;

import org.jspecify.annotations.NullMarked;
