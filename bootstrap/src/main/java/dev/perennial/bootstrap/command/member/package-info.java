/** One member as people read it: the profile, what is owned and why. */
@NullMarked
package dev.perennial.bootstrap.command.member;

import org.jspecify.annotations.NullMarked;
