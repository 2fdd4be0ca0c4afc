/** The outbox: committed events on their way to the feed. */
@NullMarked
package dev.perennial.persistence.feed;

import org.jspecify.annotations.NullMarked;
