package dev.perennial.application.loyalty.reward;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Offer;
import dev.perennial.domain.loyalty.RewardDecisions;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What members can have for their units. */
public final class Rewards {

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final TenantTime time;
    private final GeneratedCodes codes;

    public Rewards(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time, GeneratedCodes codes) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.time = time;
        this.codes = codes;
    }

    /**
     * The rewards as one member sees them.
     *
     * @param offers in the order of the program, each with every gate
     */
    public record Catalogue(MemberState member, List<Offer> offers) {

        public Catalogue {
            offers = List.copyOf(offers);
        }
    }

    /** Every reward of the program in force, as of now. */
    public Result<Catalogue> list(Tenant tenant, MemberId member) {
        return looking(
                tenant,
                member,
                looking -> Result.ok(new Catalogue(
                        looking.state(),
                        RewardDecisions.offers(
                                looking.programs(), looking.state(), looking.budgets(), looking.now()))));
    }

    /** Why the member can, or cannot, have a reward; refused with {@link Reason#REWARD_NOT_FOUND}. */
    public Result<Offer> explain(Tenant tenant, MemberId member, String reward) {
        return looking(
                tenant,
                member,
                looking -> RewardDecisions.offer(
                        looking.programs(), looking.state(), reward, looking.budgets(), looking.now()));
    }

    private record Looking(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {}

    private <T> Result<T> looking(Tenant tenant, MemberId member, Function<Looking, Result<T>> look) {
        return storage.read(tx -> {
            Instant now = time.now(tx, tenant.id());
            ProgramHistory programs = catalog.in(tx, tenant.id());
            return tx.members().find(tenant.id(), member).then(state -> {
                if (programs.isEmpty()) {
                    return Result.refused(Refusal.programNotApplied());
                }
                Budgets budgets = tx.budgets().asOfNow(tenant.id(), RewardDecisions.poolsNeeded(programs, state, now));
                return look.apply(new Looking(programs, state, budgets, now));
            });
        });
    }

    /**
     * Sets aside what a reward takes, until it is redeemed, cancelled, or its time is over.
     *
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#MEMBER_MOVED}, {@link Reason#PROGRAM_VERSION_MOVED}, {@link Reason#KEY_REUSED} or a reason of {@link
     *     RewardDecisions#reserve}
     */
    public CompletableFuture<Result<Answer>> reserve(
            Tenant tenant,
            MemberId member,
            String reward,
            Expectations expectations,
            Identity identity,
            Function<Redeemed, Payload> reply) {
        return lanes.submit(new AskForReward(tenant.id(), member, reward, false, expectations, codes, identity, reply));
    }

    /** Redeems a reward at once; refused as {@link #reserve} is. */
    public CompletableFuture<Result<Answer>> redeem(
            Tenant tenant,
            MemberId member,
            String reward,
            Expectations expectations,
            Identity identity,
            Function<Redeemed, Payload> reply) {
        return lanes.submit(new AskForReward(tenant.id(), member, reward, true, expectations, codes, identity, reply));
    }
}
