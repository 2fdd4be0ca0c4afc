package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;

/**
 * A correction by hand, as somebody asks for it.
 *
 * @param amount what to give, or when negative to take, in the unit's smallest step; not zero
 * @param reason why; statements show it
 * @param actor who asks, as the caller names them; empty when not told. Statements show it, too
 * @param expectations of the version, that it is in force now
 */
public record Adjustment(
        MemberId member, UnitId unit, long amount, String reason, String actor, Expectations expectations) {}
