/** The insight of the API, and its books, as tables: in colour on a terminal, as plain CSV in a file. */
@NullMarked
package dev.perennial.bootstrap.command.report;

import org.jspecify.annotations.NullMarked;
