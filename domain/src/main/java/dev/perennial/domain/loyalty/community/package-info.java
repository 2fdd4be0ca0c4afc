/** What members do beside and with each other: rankings that they take part in, and clubs. */
@NullMarked
package dev.perennial.domain.loyalty.community;

import org.jspecify.annotations.NullMarked;
