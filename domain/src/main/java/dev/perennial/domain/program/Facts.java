package dev.perennial.domain.program;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.member.Traits;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Everything a condition may read. Nothing in it depends on the moment of reading.
 *
 * @param activity the fact, a purchase net of its refunds
 * @param zone the program's time zone, in which the fact's local date and time are read
 * @param behaviour what the member's earlier purchases add up to
 */
public record Facts(
        Activity activity, ZoneId zone, Traits member, Behaviour behaviour, Instant enrolledAt, Progress progress) {}
