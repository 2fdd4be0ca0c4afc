/** What members do beside and with each other: leaderboards, clubs, and what clubs reach. */
@NullMarked
package dev.perennial.application.loyalty.community;

import org.jspecify.annotations.NullMarked;
