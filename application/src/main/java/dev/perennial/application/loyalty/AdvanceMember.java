package dev.perennial.application.loyalty;

import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;

/** Applies what is due for a member. Harmless when nothing is, so it may be sent twice. */
record AdvanceMember(TenantId tenant, MemberId member) implements MemberCommand {

    /** At the end of a month dozens of a member's lots may expire at once. */
    @Override
    public int weight() {
        return 50;
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        return state == null
                ? new Ruling.Refused(Refusal.memberNotFound())
                : new Ruling.Done(Loyalty.advance(state, situation.now()), null, null);
    }
}
