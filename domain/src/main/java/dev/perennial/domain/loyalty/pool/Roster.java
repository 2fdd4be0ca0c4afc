package dev.perennial.domain.loyalty.pool;

import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.program.PoolDocument;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in a pool, or is invited to it.
 *
 * @param places those that are taken
 */
public record Roster(String pool, List<Place> places) {

    public Roster {
        places = List.copyOf(places);
    }

    /**
     * The place of whoever founds a pool.
     *
     * @param last the member's last place anywhere; empty if it never had one
     * @return refused with {@link Reason#POOL_PLACE} unless the member is free
     */
    public static Result<Place> found(PoolDocument terms, String pool, Party owner, Optional<Place> last, Instant at) {
        Optional<Refusal> bound = bound(terms, last, at);
        return bound.isPresent()
                ? Result.refused(bound.get())
                : Result.ok(new Place(pool, owner, PoolRole.OWNER, PlaceState.JOINED, at));
    }

    /**
     * Keeps a place free for somebody.
     *
     * @param last the last place of whoever is invited
     * @return refused with {@link Reason#POOL_NOT_FOUND} when {@code by} is not in the pool, {@link Reason#POOL_ROLE},
     *     {@link Reason#POOL_PLACE} or {@link Reason#POOL_FULL}
     */
    public Result<Place> invite(
            PoolDocument terms, MemberId by, Party member, PoolRole role, Optional<Place> last, Instant at) {
        return joined(by).then(inviter -> {
            if (inviter.role() == PoolRole.CHILD) {
                return Result.refused(role(inviter));
            }
            Optional<Refusal> bound = bound(terms, last, at);
            if (bound.isPresent()) {
                return Result.refused(bound.get());
            }
            return places.size() < terms.maxMembers()
                    ? Result.ok(new Place(pool, member, role, PlaceState.INVITED, at))
                    : Result.refused(Refusal.of(
                            Reason.POOL_FULL,
                            "The pool has as many members as it may have, with those who are invited.",
                            Map.of("allowed", Integer.toString(terms.maxMembers()))));
        });
    }

    /** Takes the place that was kept; refused with {@link Reason#POOL_NOT_FOUND} or {@link Reason#POOL_PLACE}. */
    public Result<Place> join(MemberId member, Instant at) {
        return place(member)
                .then(place -> place.state() == PlaceState.INVITED
                        ? Result.ok(place.become(PlaceState.JOINED, at))
                        : Result.refused(taken(place)));
    }

    /**
     * Gives up a place, or has it given up.
     *
     * @param by the member itself, or the owner
     * @param holdsUnits whether the pool holds any, or owes any
     * @return refused with {@link Reason#POOL_NOT_FOUND}, {@link Reason#POOL_ROLE}, or {@link Reason#POOL_IN_USE} when
     *     the owner would leave others, or units, behind
     */
    public Result<Place> leave(MemberId by, MemberId member, boolean holdsUnits, Instant at) {
        return place(by)
                .then(asking -> place(member).then(place -> {
                    if (!by.equals(member) && asking.role() != PoolRole.OWNER) {
                        return Result.refused(role(asking));
                    }
                    if (place.role() == PoolRole.OWNER && (places.size() > 1 || holdsUnits)) {
                        return Result.refused(Refusal.of(
                                Reason.POOL_IN_USE,
                                "The owner leaves last, and leaves nothing behind.",
                                Map.of(
                                        "members", Integer.toString(places.size()),
                                        "units", Boolean.toString(holdsUnits))));
                    }
                    return Result.ok(place.become(
                            place.state() == PlaceState.INVITED ? PlaceState.DECLINED : PlaceState.LEFT, at));
                }));
    }

    /**
     * Gives somebody another role. Who hands on the pool is an adult from then on.
     *
     * @param by the owner
     * @return the places that changed; refused with {@link Reason#POOL_NOT_FOUND}, {@link Reason#POOL_ROLE} for anybody
     *     but the owner, or for the owner itself
     */
    public Result<List<Place>> change(MemberId by, MemberId member, PoolRole role) {
        return joined(by)
                .then(owner -> joined(member).then(place -> {
                    if (owner.role() != PoolRole.OWNER || by.equals(member)) {
                        return Result.refused(role(owner));
                    }
                    return Result.ok(
                            role == PoolRole.OWNER
                                    ? List.of(place.as(role), owner.as(PoolRole.ADULT))
                                    : List.of(place.as(role)));
                }));
    }

    /** The place of whoever may put units in; refused with {@link Reason#POOL_NOT_FOUND}. */
    public Result<Place> putting(MemberId member) {
        return joined(member);
    }

    /** The place of whoever may take units out; refused with {@link Reason#POOL_NOT_FOUND} or {@link Reason#POOL_ROLE}. */
    public Result<Place> taking(PoolDocument terms, MemberId member) {
        return joined(member).then(place -> {
            boolean may = switch (terms.spending()) {
                case EVERYONE -> true;
                case ADULTS -> place.role() != PoolRole.CHILD;
                case OWNER -> place.role() == PoolRole.OWNER;
            };
            return may ? Result.ok(place) : Result.refused(role(place));
        });
    }

    /** Whoever is not in it does not learn whether there is such a pool. */
    public Result<Place> place(MemberId member) {
        return places.stream()
                .filter(place -> place.member().id().equals(member))
                .findFirst()
                .map(Result::ok)
                .orElseGet(() -> Result.refused(notFound()));
    }

    private Result<Place> joined(MemberId member) {
        return place(member)
                .then(place -> place.state() == PlaceState.JOINED ? Result.ok(place) : Result.refused(notFound()));
    }

    public static Refusal notFound() {
        return Refusal.of(Reason.POOL_NOT_FOUND, "The member is in no such pool.");
    }

    /** Why a member is not free for a pool, if so. */
    private static Optional<Refusal> bound(PoolDocument terms, Optional<Place> last, Instant at) {
        if (last.isEmpty() || last.get().state() == PlaceState.DECLINED) {
            return Optional.empty();
        }
        Place place = last.get();
        if (place.state().isTaken()) {
            return Optional.of(taken(place));
        }
        Instant until = place.since().plus(Duration.ofDays(terms.coolingOffDays()));
        return at.isBefore(until)
                ? Optional.of(Refusal.of(
                        Reason.POOL_PLACE,
                        "The member has left a pool and is free for another one from " + until + " on.",
                        Map.of("state", place.state().name(), "until", until.toString())))
                : Optional.empty();
    }

    private static Refusal taken(Place place) {
        return Refusal.of(
                Reason.POOL_PLACE,
                "The member is " + place.state() + " since " + place.since() + ".",
                Map.of("state", place.state().name()));
    }

    private static Refusal role(Place place) {
        return Refusal.of(
                Reason.POOL_ROLE,
                "The role does not allow it.",
                Map.of("role", place.role().name()));
    }
}
