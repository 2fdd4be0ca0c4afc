/** Profiles, encrypted with a key for each member. */
@NullMarked
package dev.perennial.persistence.member;

import org.jspecify.annotations.NullMarked;
