package dev.perennial.application.loyalty.checkout;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.reward.RedemptionLog;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.CheckoutDecisions;
import dev.perennial.domain.loyalty.CheckoutDecisions.Held;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Quote;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What baskets cost members, and what is held for the orders that they become. */
public final class Checkouts {

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final TenantTime time;
    private final RedemptionLog log;

    public Checkouts(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time, RedemptionLog log) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.time = time;
        this.log = log;
    }

    /** @param locale the member's language; empty when it is not known */
    public record Evaluated(Quote quote, String locale) {}

    /**
     * What a basket costs now.
     *
     * @param basket by the moment at which it is priced
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED} or a reason of {@link
     *     CheckoutDecisions#evaluate}
     */
    public Result<Evaluated> evaluate(Tenant tenant, MemberId member, Function<Instant, Basket> basket) {
        Result<Looking> looking = storage.read(tx -> {
            Instant now = time.now(tx, tenant.id());
            ProgramHistory programs = catalog.in(tx, tenant.id());
            return tx.members()
                    .find(tenant.id(), member)
                    .map(state ->
                            new Looking(programs, state, tx.budgets().asOfNow(tenant.id(), programs, state, now), now));
        });
        return looking.then(at -> at.programs().isEmpty()
                ? Result.refused(Refusal.programNotApplied())
                : CheckoutDecisions.evaluate(
                                at.programs(),
                                at.state(),
                                basket.apply(at.state().effective(at.now())),
                                at.budgets(),
                                at.now())
                        .map(quote -> new Evaluated(quote, at.state().traits().locale())));
    }

    private record Looking(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {}

    /**
     * Holds what pays for an order, all of it or nothing.
     *
     * @param toPayMax the most that may be left to be paid with money; empty for whatever it is
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#MEMBER_MOVED}, {@link Reason#PROGRAM_VERSION_MOVED}, {@link Reason#PRICE_MOVED}, {@link Reason#KEY_REUSED}
     *     or a reason of {@link CheckoutDecisions#reserve}
     */
    public CompletableFuture<Result<Answer>> reserve(
            Tenant tenant,
            MemberId member,
            Function<Instant, Basket> basket,
            Expectations expectations,
            OptionalLong toPayMax,
            Identity identity,
            Function<Held, Payload> reply) {
        return lanes.submit(new ReserveCheckout(tenant.id(), member, basket, expectations, toPayMax, identity, reply));
    }

    /**
     * Gives up what is held for an order.
     *
     * @return refused with a reason of {@link CheckoutDecisions#cancel}, or with {@link Reason#CHECKOUT_STATE} when it is
     *     not held any more
     */
    public CompletableFuture<Result<Answer>> cancel(
            Tenant tenant, MemberId member, String orderId, Identity identity, Function<Held, Payload> reply) {
        return lanes.submit(new CancelCheckout(tenant.id(), member, orderId, identity, reply))
                .thenApplyAsync( // it may read, which a lane has no time for
                        answer -> explained(answer, tenant, member, orderId), Thread::startVirtualThread);
    }

    /** Who finds nothing to give up is told what became of it. */
    private Result<Answer> explained(Result<Answer> answer, Tenant tenant, MemberId member, String orderId) {
        if (answer instanceof Result.Refused<Answer>(Refusal refusal)
                && refusal.reason() == Reason.CHECKOUT_NOT_FOUND
                && get(tenant, member, orderId) instanceof Result.Ok<Redemption>(Redemption ended)) {
            return Result.refused(Refusal.of(
                    Reason.CHECKOUT_STATE,
                    "What was held for the order is " + ended.state() + " since " + ended.changedAt() + ".",
                    Map.of(
                            "state", ended.state().name(),
                            "since", ended.changedAt().toString())));
        }
        return answer;
    }

    /**
     * What is held for an order, or was the last time that it was tried, as of now.
     *
     * @return refused with {@link Reason#MEMBER_NOT_FOUND} or {@link Reason#CHECKOUT_NOT_FOUND}
     */
    public Result<Redemption> get(Tenant tenant, MemberId member, String orderId) {
        Result<List<Redemption>> changed = storage.read(tx -> {
            Instant now = time.now(tx, tenant.id());
            ProgramHistory programs = catalog.in(tx, tenant.id());
            return tx.members().find(tenant.id(), member).map(state -> {
                Budgets budgets = tx.budgets().asOfNow(tenant.id(), programs, state, now);
                return Loyalty.advance(programs, state, budgets, now).redemptions();
            });
        });
        return changed.then(due -> stored(tenant, member, orderId)
                .map(found -> Result.ok(due.stream()
                        .filter(one -> one.number() == found.number())
                        .findFirst()
                        .orElse(found)))
                .orElseGet(() -> Result.refused(
                        Refusal.of(Reason.CHECKOUT_NOT_FOUND, "Nothing was ever held for this order."))));
    }

    private Optional<Redemption> stored(Tenant tenant, MemberId member, String orderId) {
        return log.order(tenant.id(), member, orderId);
    }
}
