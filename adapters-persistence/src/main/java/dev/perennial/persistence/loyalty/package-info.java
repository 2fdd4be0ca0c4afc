/** The state of members, their facts, and everything that decisions about them write. */
@NullMarked
package dev.perennial.persistence.loyalty;

import org.jspecify.annotations.NullMarked;
