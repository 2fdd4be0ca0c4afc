package dev.perennial.application.loyalty.community;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Community;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets a member take part in something, or not any more.
 *
 * @param publicName what other members are to see from now on; empty for what they see already
 * @param reply of the member's sequence after it
 */
record TakePart(
        TenantId tenant,
        MemberId member,
        TakingPart step,
        String publicName,
        Identity request,
        Function<MemberState, Payload> reply)
        implements MemberCommand {

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public boolean needsProfile() {
        return !publicName.isEmpty();
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        if (situation.programs().isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        Member renamed = renamed(situation);
        Result<Decision> decided =
                Community.takePart(situation.programs(), state, step, renamed, situation.budgets(), situation.now());
        return Ruling.of(decided, decision -> new Ruling.Done(decision, kept(decision), renamed));
    }

    private @Nullable Member renamed(Situation situation) {
        Member profile = situation.profile();
        if (profile == null
                || publicName.isEmpty()
                || profile.profile().publicName().equals(publicName)) {
            return null;
        }
        return profile.updated(profile.profile().named(publicName), situation.now());
    }

    private Effect.Request kept(Decision decision) {
        return new Effect.Request(
                        request.key(), kind(), decision.after().lastCommand(), "", reply.apply(decision.after()))
                .asking(Asked.NOTHING);
    }

    private Effect.Kind kind() {
        return switch (step) {
            case TakingPart.JoinLeaderboard join -> Effect.Kind.JOIN_LEADERBOARD;
            case TakingPart.LeaveLeaderboard leave -> Effect.Kind.LEAVE_LEADERBOARD;
            case TakingPart.JoinClub join -> Effect.Kind.JOIN_CLUB;
            case TakingPart.LeaveClub leave -> Effect.Kind.LEAVE_CLUB;
        };
    }
}
