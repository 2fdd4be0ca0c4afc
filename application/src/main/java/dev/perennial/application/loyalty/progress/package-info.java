/** What members work towards, and how far they have come. */
@NullMarked
package dev.perennial.application.loyalty.progress;

import org.jspecify.annotations.NullMarked;
