package dev.perennial.domain.testing;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.member.Traits;
import java.time.Instant;

/**
 * A fact as it was told, written down by the world itself and not by what it tests.
 *
 * @param at the moment of the telling, by the clock that never goes back for the member
 * @param member what was known of the member by then
 */
public record Told(Activity activity, Instant at, Traits member) {}
