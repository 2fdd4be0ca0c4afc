package dev.perennial.application.activity;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.GuestContact;
import dev.perennial.application.storage.Keyed;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.guest.GuestFact;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What customers did who are no members yet, until it is theirs as members or its time is over. */
public final class GuestActivities {

    /** How many orders one transaction deletes. */
    private static final int DELETED_MAX = 200;

    private final ProgramCatalog catalog;
    private final TenantTime time;
    private final Activities activities;
    private final Attempts attempts;

    public GuestActivities(
            Storage storage, ProgramCatalog catalog, TenantTime time, Activities activities, Backoff backoff) {
        this.catalog = catalog;
        this.time = time;
        this.activities = activities;
        this.attempts = new Attempts(storage, backoff);
    }

    /**
     * A fact as it is told.
     *
     * @param activity a purchase or a refund
     * @param contact by what a purchase can be claimed; of a refund it is not looked at, since it belongs to its order
     * @param claimable for how long from the moment at which it happened
     */
    public record Telling(Activity activity, GuestContact contact, Duration claimable, Fingerprint fingerprint) {

        Identity identity() {
            return new Identity(RequestKey.activity(activity.key()), fingerprint);
        }
    }

    /**
     * Keeps a fact until somebody claims its order. A refund of an order that was claimed is recorded for the member.
     *
     * @param kept of the order, when it is nobody's
     * @param recorded of what a member's refund came to
     * @return refused with {@link Reason#ORDER_ALREADY_RECORDED}, {@link Reason#TOO_MANY_REFUNDS} or {@link
     *     Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> record(
            Tenant tenant,
            Telling telling,
            Function<GuestOrder, Payload> kept,
            Function<Consequences, Payload> recorded) {
        GuestFact fact = new GuestFact(telling.activity());
        Told told = attempts.decide(time, tenant.id(), (tx, now) -> tell(tx, tenant, telling, fact, kept, now));
        return switch (told) {
            case Told.OfGuest(Result<Answer> answer) -> CompletableFuture.completedFuture(answer);
            case Told.OfMember(MemberId member) ->
                activities.record(tenant, member, telling.activity(), telling.fingerprint(), recorded);
        };
    }

    private sealed interface Told {

        record OfGuest(Result<Answer> answer) implements Told {}

        /** The order is the member's, and so is what is told of it. */
        record OfMember(MemberId member) implements Told {}
    }

    private static Told tell(
            Transaction tx,
            Tenant tenant,
            Telling telling,
            GuestFact fact,
            Function<GuestOrder, Payload> kept,
            Instant now) {
        Optional<Refusal> future = FutureFacts.refusal(telling.activity(), now);
        if (future.isPresent()) {
            return new Told.OfGuest(Result.refused(future.get()));
        }
        Optional<MemberId> owner =
                fact.isPurchase() ? Optional.empty() : tx.guestOrders().claimedBy(tenant.id(), fact.orderId());
        return owner.<Told>map(Told.OfMember::new)
                .orElseGet(() -> new Told.OfGuest(new Keyed(tx, tenant, telling.identity())
                        .once(() -> keep(tx, tenant, telling, fact, kept, now))));
    }

    private static Result<Payload> keep(
            Transaction tx,
            Tenant tenant,
            Telling telling,
            GuestFact fact,
            Function<GuestOrder, Payload> kept,
            Instant now) {
        if (fact.isPurchase()
                && !fact.activity().occurredAt().plus(telling.claimable()).isAfter(now)) {
            return Result.refused(Refusal.invalid("claimable_days", "must not be over already"));
        }
        GuestOrder order = locked(tx, tenant, telling, fact, now);
        if (!fact.isPurchase() && order.claimedBy() != null) { // just now: the next try finds whose it is
            throw new StorageException.Conflict(new IllegalStateException("the order was claimed"));
        }
        return order.told(fact, telling.claimable()).map(after -> {
            Payload reply = kept.apply(after);
            GuestContact contact = fact.isPurchase() ? telling.contact() : GuestContact.NONE;
            tx.guestOrders()
                    .add(tenant.id(), after, contact, fact, telling.identity().key(), reply, now);
            return reply;
        });
    }

    /**
     * An order whose time is over is unknown, whether or not it was deleted already. What comes before its purchase waits
     * from now on: a purchase of long ago may be told next.
     */
    private static GuestOrder locked(Transaction tx, Tenant tenant, Telling telling, GuestFact fact, Instant now) {
        GuestOrder untold = GuestOrder.untold(
                fact.orderId(), later(fact.activity().occurredAt(), now).plus(telling.claimable()));
        GuestOrder order = tx.guestOrders().lock(tenant.id(), untold);
        if (order.facts() == 0 || !order.isOver(now)) {
            return order;
        }
        tx.guestOrders().delete(tenant.id(), fact.orderId());
        return tx.guestOrders().lock(tenant.id(), untold);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Orders that are claimed for a member.
     *
     * @param by the address or number under which they were told
     * @param orderId the only one that is meant; empty for all
     * @param actor who asks for it, as the caller names them
     */
    public record Claim(MemberId member, GuestContact by, Optional<String> orderId, String actor) {}

    /**
     * Records orders of a guest as the member's, with their refunds, each fact as the late one that it is.
     *
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#MEMBER_SUSPENDED}, {@link Reason#MEMBER_CLOSED}, {@link Reason#GUEST_ORDER_NOT_FOUND} when nothing can be
     *     claimed, {@link Reason#BALANCE_OVERFLOW} or {@link Reason#KEY_REUSED}
     */
    public Result<Answer> claim(Tenant tenant, Claim claim, Identity identity, Function<ClaimedOrders, Payload> reply) {
        try {
            return attempts.decide(time, tenant.id(), (tx, now) -> {
                catalog.meet(tx, tenant.id());
                return new Keyed(tx, tenant, identity)
                        .once(() -> ClaimGuestOrders.open(tx, tenant, claim, () -> catalog.in(tx, tenant.id()), now)
                                .map(open -> open.done(identity.key(), reply)));
            });
        } catch (ClaimGuestOrders.Undone undone) {
            return Result.refused(undone.refusal());
        }
    }

    /**
     * Deletes what waits under an address or a number, because it must not be kept any longer. What a member has claimed
     * is the member's.
     */
    public Deleted delete(Tenant tenant, GuestContact by) {
        return attempts.transact(tx -> {
            List<String> waiting = tx.guestOrders().lockWaiting(tenant.id(), by, DELETED_MAX + 1);
            List<String> page = waiting.subList(0, Math.min(DELETED_MAX, waiting.size()));
            page.forEach(order -> tx.guestOrders().delete(tenant.id(), order));
            return new Deleted(page.size(), waiting.size() > page.size());
        });
    }

    /**
     * How many orders were deleted.
     *
     * @param more whether more wait under the same
     */
    public record Deleted(int orders, boolean more) {}

    /**
     * Deletes some of the orders whose time is over.
     *
     * @param now the real time
     * @return whether there may be more
     */
    public boolean deleteOver(Instant now) {
        return attempts.transact(tx -> tx.guestOrders().deleteOver(now, DELETED_MAX)) == DELETED_MAX;
    }
}
