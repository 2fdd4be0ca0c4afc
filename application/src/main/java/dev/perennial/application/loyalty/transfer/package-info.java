/** Units that members send to each other. */
@NullMarked
package dev.perennial.application.loyalty.transfer;

import org.jspecify.annotations.NullMarked;
