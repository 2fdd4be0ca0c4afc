/** Enrolling members and keeping their profiles. */
@NullMarked
package dev.perennial.application.member;

import org.jspecify.annotations.NullMarked;
