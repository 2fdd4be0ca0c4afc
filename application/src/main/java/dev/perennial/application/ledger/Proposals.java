package dev.perennial.application.ledger;

import dev.perennial.application.ledger.DecideProposal.Verdict;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.Approvals;
import dev.perennial.domain.loyalty.Approvals.Decided;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Corrections by hand that need a second pair of eyes. */
public final class Proposals {

    private final Storage storage;
    private final Lanes lanes;
    private final ProposalLog log;
    private final TenantTime time;

    public Proposals(Storage storage, Lanes lanes, ProposalLog log, TenantTime time) {
        this.storage = storage;
        this.lanes = lanes;
        this.log = log;
        this.time = time;
    }

    /** Proposals, and the time by which their states are told. */
    public record Page(List<ProposalLog.Listed> listed, Instant asOf) {}

    /**
     * Proposes a correction.
     *
     * @param lasting how long somebody can decide on it
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#KEY_REUSED} or as {@link Approvals#propose} is
     */
    public CompletableFuture<Result<Answer>> propose(
            Tenant tenant,
            Adjustment adjustment,
            Duration lasting,
            Identity identity,
            Function<Decided, Payload> reply) {
        return lanes.submit(new ProposeAdjustment(tenant.id(), adjustment, lasting, identity, reply));
    }

    /**
     * Approves a proposal and carries it out.
     *
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#KEY_REUSED} or as {@link Approvals#approve} is
     */
    public CompletableFuture<Result<Answer>> approve(
            Tenant tenant,
            MemberId member,
            long number,
            String actor,
            Identity identity,
            Function<Decided, Payload> reply) {
        return lanes.submit(
                new DecideProposal(tenant.id(), member, number, new Verdict.Approved(), actor, identity, reply));
    }

    /**
     * Rejects a proposal.
     *
     * @param because why
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#KEY_REUSED} or as {@link Approvals#reject} is
     */
    public CompletableFuture<Result<Answer>> reject(
            Tenant tenant,
            MemberId member,
            long number,
            String actor,
            String because,
            Identity identity,
            Function<Decided, Payload> reply) {
        return lanes.submit(
                new DecideProposal(tenant.id(), member, number, new Verdict.Rejected(because), actor, identity, reply));
    }

    /** One; refused with {@link Reason#MEMBER_NOT_FOUND} or {@link Reason#PROPOSAL_NOT_FOUND}. */
    public Result<Page> get(Tenant tenant, MemberId member, long number) {
        return storage.member(tenant.id(), member)
                .then(found -> log.find(tenant.id(), found.id(), found.merges().command(member, number))
                        .map(proposal -> Result.ok(page(tenant, proposal)))
                        .orElseGet(() -> Result.refused(Approvals.proposalNotFound())));
    }

    private Page page(Tenant tenant, Proposal proposal) {
        return new Page(List.of(new ProposalLog.Listed(1, proposal)), now(tenant));
    }

    /** Those of all members, the newest first. */
    public Page list(Tenant tenant, Optional<ProposalState> state, long belowPosition, int limit) {
        Instant now = now(tenant);
        return new Page(log.list(tenant.id(), state, now, belowPosition, limit), now);
    }

    private Instant now(Tenant tenant) {
        return storage.read(tx -> time.now(tx, tenant.id()));
    }
}
