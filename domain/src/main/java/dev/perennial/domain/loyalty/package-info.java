/** What follows from what customers did: entitlement as a fold over facts, and the decisions that post it. */
@NullMarked
package dev.perennial.domain.loyalty;

import org.jspecify.annotations.NullMarked;
