/** Two members who turn out to be one customer. */
@NullMarked
package dev.perennial.application.loyalty.merge;

import org.jspecify.annotations.NullMarked;
