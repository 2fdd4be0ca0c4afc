package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import java.time.Instant;

/**
 * Something that a member had and would have been refused.
 *
 * @param kind what was asked for, such as {@code REDEEM_REWARD}
 * @param number of the command within the member; for a fact, the fact's
 * @param subject the id of the reward, the unit of a correction, or the receiver of a transfer; may be empty
 * @param unit what it would have taken; empty when it takes nothing
 * @param units how many, in the unit's smallest step
 * @param reason why it would have been refused
 */
public record Unfunded(
        MemberId member,
        String kind,
        long number,
        Instant at,
        String subject,
        String unit,
        long units,
        Reason reason) {}
