/** The state of members and everything that decisions about them write. */
@NullMarked
package dev.perennial.persistence.loyalty;

import org.jspecify.annotations.NullMarked;
