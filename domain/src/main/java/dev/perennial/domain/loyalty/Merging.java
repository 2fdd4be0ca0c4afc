package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.loyalty.standing.Membership;
import dev.perennial.domain.loyalty.standing.MembershipState;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.member.Consent;
import dev.perennial.domain.member.ConsentChannel;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two members turn out to be one customer: everything of the one becomes the other's. Storage moves what was recorded;
 * what the survivor is by all of it together is decided here. What either was granted stays granted: its facts are
 * closed, see {@link Merges}.
 */
public final class Merging {

    private Merging() {}

    /**
     * Why the two cannot be one, if so: {@link Reason#SAME_MEMBER}, {@link Reason#MEMBER_SUSPENDED}, {@link
     * Reason#MEMBER_CLOSED}, {@link Reason#BALANCE_OVERFLOW} or {@link Reason#MERGE_CONFLICT}
     */
    public static Optional<Refusal> refusal(ProgramHistory programs, MemberState from, MemberState into) {
        if (from.number() == into.number()) {
            return Optional.of(Refusal.of(Reason.SAME_MEMBER, "Both are the same member."));
        }
        return Permission.toMember(from)
                .or(() -> Permission.toMember(into))
                .or(() -> overflow(from, into))
                .or(() -> planOfBoth(programs, from, into));
    }

    /** Because of something that both have, or that has to be ended first. */
    public static Refusal conflict(String what, String id) {
        return Refusal.of(
                Reason.MERGE_CONFLICT, "The members cannot be one yet.", Map.of("conflict", what, "subject", id));
    }

    private static Optional<Refusal> overflow(MemberState from, MemberState into) {
        return into.wallet().hasRoomFor(from.wallet())
                ? Optional.empty()
                : Optional.of(Refusal.of(Reason.BALANCE_OVERFLOW, "The balance would exceed what can be counted."));
    }

    /** Two histories of one membership cannot be told as one while anything of it is going on. */
    private static Optional<Refusal> planOfBoth(ProgramHistory programs, MemberState from, MemberState into) {
        Instant now = into.advancedTo();
        Standing one = new StandingEvents(programs, from).at(from.tally(), now);
        Standing other = new StandingEvents(programs, into).at(into.tally(), now);
        return one.memberships().stream()
                .map(Membership::plan)
                .filter(plan -> StandingEvents.state(other, plan) != MembershipState.NONE)
                .filter(plan -> StandingEvents.state(one, plan).live()
                        || StandingEvents.state(other, plan).live())
                .findFirst()
                .map(plan -> conflict("MEMBERSHIP", plan));
    }

    /** What the survivor's profile does not say, the other's does. */
    public static Profile filled(Profile into, Profile from) {
        return new Profile(
                either(into.displayName(), from.displayName()),
                either(into.publicName(), from.publicName()),
                either(into.email(), from.email()),
                into.birthDate() == null ? from.birthDate() : into.birthDate(),
                either(into.gender(), from.gender()),
                either(into.country(), from.country()),
                either(into.locale(), from.locale()),
                either(into.timeZone(), from.timeZone()),
                either(into.acquisitionSource(), from.acquisitionSource()),
                latest(into.consents(), from.consents()));
    }

    /** What the customer said last of each channel, on whichever side. */
    private static List<Consent> latest(List<Consent> into, List<Consent> from) {
        Map<ConsentChannel, Consent> latest = new EnumMap<>(ConsentChannel.class);
        Stream.concat(into.stream(), from.stream())
                .forEach(said -> latest.merge(
                        said.channel(), said, (known, other) -> other.at().isAfter(known.at()) ? other : known));
        return List.copyOf(latest.values());
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    /** The one that is merged leaves rankings and its club, and tells last where it went. Nothing of it may be due. */
    public static Decision leaving(ProgramHistory programs, MemberState state, MemberState into, Instant now) {
        Decision decision = Deciding.on(programs, state, now).done();
        for (TakingPart step : steps(state)) {
            Result<Decision> left = Community.takePart(programs, decision.after(), step, null, Budgets.NONE, now);
            decision = decision.then(((Result.Ok<Decision>) left).value());
        }
        Deciding last = Deciding.on(programs, decision.after(), now);
        last.tell(new Event.MembersMerged(
                last.now,
                state.id().value(),
                into.id().value(),
                into.lastActivity(),
                into.lastCommand(),
                into.wallet().lastEntry()));
        return decision.then(last.done());
    }

    private static List<TakingPart> steps(MemberState state) {
        List<TakingPart> steps = new ArrayList<>();
        state.participation().leaderboards().keySet().stream()
                .sorted()
                .map(TakingPart.LeaveLeaderboard::new)
                .forEach(steps::add);
        if (state.participation().club() != null) {
            steps.add(new TakingPart.LeaveClub());
        }
        return steps;
    }

    /**
     * What the survivor is by everything together: each debt is paid by what the other had, counters and levels are
     * those of all facts, and a refund that waited for its purchase meets it when the other had told of that.
     *
     * @param state the survivor, with everything that was moved
     * @param from the one that was merged, as it was before
     * @param all of the survivor's past
     */
    public static Result<Decision> joined(
            ProgramHistory programs, MemberState state, MemberState from, History all, Instant now) {
        return Loyalty.withinRange(() -> Result.ok(new Joining(programs, state, from, all, now).decided()));
    }
}
