/** Rewards: what is offered to a member, why not, and what becomes of what was asked for. */
@NullMarked
package dev.perennial.application.loyalty.reward;

import org.jspecify.annotations.NullMarked;
