/**
 * Deciding for sets of members: what a command is, how commands share a transaction, and where members' state is kept.
 */
@NullMarked
package dev.perennial.application.loyalty;

import org.jspecify.annotations.NullMarked;
