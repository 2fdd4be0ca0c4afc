/** Who the customers are: profile, the traits that conditions may read, and what their purchases add up to. */
@NullMarked
package dev.perennial.domain.member;

import org.jspecify.annotations.NullMarked;
