package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.shared.MemberId;

/**
 * Units that ran out, as somebody asks for them to be given back.
 *
 * @param reason why; statements show it
 * @param actor who asks, as the caller names them. Statements show it, too
 * @param expectations of the version, that it is in force now
 */
public record GivingBack(MemberId member, Reinstatement what, String reason, String actor, Expectations expectations) {}
