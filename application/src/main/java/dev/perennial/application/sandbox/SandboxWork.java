package dev.perennial.application.sandbox;

import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.application.loyalty.DueMembers.DueMember;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.Replanning;
import dev.perennial.application.loyalty.community.ClubGoals;
import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What there is to do for a tenant while its time passes: what background loops do for everybody else. */
public record SandboxWork(
        DueMembers dueMembers, Lanes lanes, Replanning replanning, ClubGoals clubGoals, TransferDeliveries transfers) {

    private static final int PAGE = 1_000;

    /** Members for whom something is due by the moment, the earliest first. */
    List<DueMember> due(TenantId tenant, Instant until) {
        return dueMembers.dueIn(tenant, until, PAGE);
    }

    /** Applies what is due for a member; whether anything was. */
    CompletableFuture<Boolean> advance(TenantId tenant, DueMember due) {
        return lanes.advance(tenant, due.member());
    }

    /** Plans some members again; whether there were any. */
    boolean planAgain(TenantId tenant) {
        return replanning.step(tenant).isPresent();
    }

    /** Lets some of what happened have its consequences for others; whether there was any. */
    boolean react(TenantId tenant) {
        return clubGoals.settleSome(tenant) + transfers.settleAll(tenant) > 0;
    }
}
