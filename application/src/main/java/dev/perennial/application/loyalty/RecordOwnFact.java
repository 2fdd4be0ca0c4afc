package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.OwnFact;
import dev.perennial.domain.loyalty.StandingNow;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Records a fact of the platform's own because somebody asked for it, or because of what another member did. Its key is
 * the request's or the reaction's; its reply is kept with the fact.
 */
public record RecordOwnFact(
        TenantId tenant,
        MemberId member,
        OwnFact own,
        Identity request,
        Function<StandingNow, Payload> reply,
        boolean waitsForClock)
        implements MemberCommand {

    private static final Payload NOTHING = new Payload(new byte[0]);

    /** Because somebody asked for it. */
    public static RecordOwnFact requested(
            TenantId tenant, MemberId member, OwnFact own, Identity request, Function<StandingNow, Payload> reply) {
        return new RecordOwnFact(tenant, member, own, request, reply, true);
    }

    /** Because of what another member did. The clock that is being advanced waits for it, and not the other way round. */
    public static RecordOwnFact reaction(TenantId tenant, MemberId member, OwnFact own) {
        Identity once = Identity.reaction(own.externalId() + ":" + member.value());
        return new RecordOwnFact(tenant, member, own, once, after -> NOTHING, false);
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public Set<BudgetUse> budgets(ProgramHistory programs, MemberState state, Instant now) {
        return programs.isEmpty() ? Set.of() : Loyalty.budgetsNeeded(programs, state, own.after(state, now), now);
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        ProgramHistory programs = situation.programs();
        if (programs.isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        return Ruling.of(
                Loyalty.recordOwn(programs, state, own, situation.budgets(), situation.now()), consequences -> {
                    StandingNow after =
                            StandingNow.of(programs, consequences.decision().after());
                    Effect.Request kept = new Effect.Request(
                            request.key(), Effect.Kind.ACTIVITY, consequences.activityNumber(), "", reply.apply(after));
                    return new Ruling.Done(consequences.decision(), kept, null);
                });
    }
}
