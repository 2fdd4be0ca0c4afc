/** What would have been, had another program been in force: history, decided once more in memory. */
@NullMarked
package dev.perennial.application.loyalty.simulation;

import org.jspecify.annotations.NullMarked;
