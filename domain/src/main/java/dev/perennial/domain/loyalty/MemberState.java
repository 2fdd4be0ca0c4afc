package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.community.Participation;
import dev.perennial.domain.loyalty.reward.Redemptions;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.shared.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one member that an ordinary decision reads; its past is only looked at when it has to be decided
 * again.
 *
 * @param number the platform's dense number of the member within the tenant
 * @param sequence how many events the member has had: every decision with an effect raises it
 * @param advancedTo the moment up to which everything due has been applied; a member never goes backwards
 * @param nextDueAt the next moment at which anything happens to the member by itself, as far as the versions known when
 *     it was last decided can tell; null for never
 * @param anniversaries how many anniversaries of the enrolment were kept: each is kept once, wherever the member moves
 * @param participation where the member takes part of its own will
 * @param redemptions the rewards that it has asked for, as far as decisions have to know of them
 * @param lastActivity the highest activity number ever used
 * @param lastCommand the highest command number ever used
 * @param merges where its facts come from others who were merged into it
 */
public record MemberState(
        MemberId id,
        int number,
        long sequence,
        Instant enrolledAt,
        Instant advancedTo,
        @Nullable Instant nextDueAt,
        Traits traits,
        Birthday birthday,
        int anniversaries,
        Participation participation,
        Wallet wallet,
        Redemptions redemptions,
        Tally tally,
        long lastActivity,
        long lastCommand,
        Merges merges) {

    /** The one reading of time for a decision: the clock's, unless the member is already further. */
    public Instant effective(Instant now) {
        return now.isAfter(advancedTo) ? now : advancedTo;
    }

    /** One event later, and otherwise the same. */
    MemberState told() {
        return changed(sequence + 1, nextDueAt, traits, birthday, anniversaries, participation);
    }

    /** The same, due at the moment at the latest: something that is not known yet may happen then. */
    public MemberState dueBy(Instant at) {
        return nextDueAt == null || nextDueAt.isAfter(at) ? due(at) : this;
    }

    MemberState due(@Nullable Instant at) {
        return changed(sequence, at, traits, birthday, anniversaries, participation);
    }

    MemberState with(Traits other, Birthday next) {
        return changed(sequence, nextDueAt, other, next, anniversaries, participation);
    }

    MemberState kept(Birthday next, int anniversariesKept) {
        return changed(sequence, nextDueAt, traits, next, anniversariesKept, participation);
    }

    /** With another fold, before anything is decided on it. */
    MemberState folded(Tally fold) {
        return changed(sequence, nextDueAt, traits, birthday, anniversaries, participation, fold);
    }

    MemberState taking(Participation part) {
        return changed(sequence, nextDueAt, traits, birthday, anniversaries, part);
    }

    private MemberState changed(
            long told,
            @Nullable Instant due,
            Traits traitsNow,
            Birthday next,
            int anniversariesKept,
            Participation part) {
        return changed(told, due, traitsNow, next, anniversariesKept, part, tally);
    }

    private MemberState changed(
            long told,
            @Nullable Instant due,
            Traits traitsNow,
            Birthday next,
            int anniversariesKept,
            Participation part,
            Tally fold) {
        return new MemberState(
                id,
                number,
                told,
                enrolledAt,
                advancedTo,
                due,
                traitsNow,
                next,
                anniversariesKept,
                part,
                wallet,
                redemptions,
                fold,
                lastActivity,
                lastCommand,
                merges);
    }
}
