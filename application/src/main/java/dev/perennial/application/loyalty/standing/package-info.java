/** Levels and memberships: what a member has, why, and what can be asked for. */
@NullMarked
package dev.perennial.application.loyalty.standing;

import org.jspecify.annotations.NullMarked;
