package dev.perennial.application.storage;

import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the members of clubs contribute, which is written with their effects, and what the clubs have reached. */
public interface ClubScores {

    /** The members of a club with a number above the given one, ascending, at most {@code limit}. */
    List<ClubMember> members(TenantId tenant, String club, int afterNumber, int limit);

    /**
     * What a club's members, former ones included, have had counted by some counters in each period that began on the
     * day or later.
     */
    Map<ClubPeriod, Long> totals(TenantId tenant, String club, Set<String> counters, LocalDate from);

    /**
     * The members of the club who have contributed something in the period and have a number above the given one,
     * ascending, at most {@code limit}.
     */
    List<ClubMember> contributors(TenantId tenant, ClubPeriod period, int afterNumber, int limit);

    /**
     * Takes the mark off a club that something was contributed to since it was last taken off.
     *
     * @return whether there was one
     */
    boolean takeDue(TenantId tenant, String club);

    /** Keeps that the club has reached the goals, unless that was kept before. */
    void reach(TenantId tenant, List<Goal> goals, Instant at);

    /** What the club has reached in periods that began on the day or later. */
    Set<Goal> reached(TenantId tenant, String club, LocalDate from);

    /** What the club has reached and its members were not told of, the oldest periods first, at most {@code limit}. */
    List<Goal> untold(TenantId tenant, String club, int limit);

    /** Each member who has contributed was told of the goal. */
    void told(TenantId tenant, Goal goal);

    /** A member of a club. */
    record ClubMember(int number, MemberId member) {}

    /**
     * A stage of a shared challenge.
     *
     * @param target the stage's, which it is known by
     * @param start the first day of the period in which it was reached
     */
    record Goal(String club, String challenge, long target, LocalDate start) {}
}
