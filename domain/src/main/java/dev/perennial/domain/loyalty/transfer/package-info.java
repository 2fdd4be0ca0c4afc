/** Units on their way from one member to another. */
@NullMarked
package dev.perennial.domain.loyalty.transfer;

import org.jspecify.annotations.NullMarked;
