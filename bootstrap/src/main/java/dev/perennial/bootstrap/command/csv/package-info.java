/** CSV files whose first line names their columns, as people and spreadsheets write them. */
@NullMarked
package dev.perennial.bootstrap.command.csv;

import org.jspecify.annotations.NullMarked;
