package dev.perennial.application.loyalty;

import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;

/** Applies what is due for a member. Harmless when nothing is, so it may be sent twice. */
final class AdvanceMember implements MemberCommand {

    private final TenantId tenant;
    private final MemberId member;
    private volatile boolean effective;

    AdvanceMember(TenantId tenant, MemberId member) {
        this.tenant = tenant;
        this.member = member;
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public MemberId member() {
        return member;
    }

    /** It is what those wait for who do: the clock goes on once everything due at its moment was applied. */
    @Override
    public boolean waitsForClock() {
        return false;
    }

    /** At the end of a month dozens of a member's lots may expire at once. */
    @Override
    public int weight() {
        return 50;
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        Decision decision = Loyalty.advance(situation.programs(), state, situation.budgets(), situation.now());
        effective = decision.hasEffect(); // the last decision counts: it is the one that was committed
        return new Ruling.Done(decision, null, null);
    }

    /** Once it is answered: whether anything was due. */
    boolean hadEffect() {
        return effective;
    }
}
