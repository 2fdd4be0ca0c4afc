/** Telling others what was committed. */
@NullMarked
package dev.perennial.application.feed;

import org.jspecify.annotations.NullMarked;
