/** What is told to others about committed changes; no personal data in it. */
@NullMarked
package dev.perennial.domain.feed;

import org.jspecify.annotations.NullMarked;
