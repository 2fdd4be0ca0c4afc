package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.standing.StandingHistory;
import dev.perennial.contract.loyalty.v1.GrantedBenefit;
import dev.perennial.contract.loyalty.v1.HeldLevel;
import dev.perennial.contract.loyalty.v1.LevelMove;
import dev.perennial.contract.loyalty.v1.LevelMoveReason;
import dev.perennial.contract.loyalty.v1.MembershipMove;
import dev.perennial.contract.loyalty.v1.MembershipState;
import dev.perennial.contract.loyalty.v1.NextLevel;
import dev.perennial.contract.loyalty.v1.Review;
import dev.perennial.contract.loyalty.v1.StandingChange;
import dev.perennial.contract.loyalty.v1.StatusMatch;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.StandingNow;
import dev.perennial.domain.loyalty.standing.Benefit;
import dev.perennial.domain.loyalty.standing.Change;
import dev.perennial.domain.loyalty.standing.Match;
import dev.perennial.domain.loyalty.standing.Membership;
import dev.perennial.domain.loyalty.standing.Outlook;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;

/** Standings and their changes. */
final class StandingTranslator {

    private StandingTranslator() {}

    static dev.perennial.contract.loyalty.v1.Standing standing(StandingNow now) {
        Standing standing = now.standing();
        var proto = dev.perennial.contract.loyalty.v1.Standing.newBuilder()
                .addAllBenefits(standing.granted(now.programs()).stream()
                        .map(StandingTranslator::benefit)
                        .toList())
                .addAllMemberships(standing.memberships().stream()
                        .map(membership -> membership(now, membership))
                        .toList())
                .addAllMatches(standing.matches().stream()
                        .map(match -> match(now, match))
                        .toList())
                .setMemberSeq(now.member().sequence())
                .setAsOf(Times.toProto(now.asOf()));
        if (!standing.level().isEmpty()) {
            proto.setLevel(level(now, standing));
        }
        now.outlook().ifPresent(outlook -> outlook(now, outlook, proto));
        return proto.build();
    }

    private static HeldLevel level(StandingNow now, Standing standing) {
        HeldLevel.Builder proto = HeldLevel.newBuilder()
                .setId(standing.level())
                .setName(now.levelName(standing.level()))
                .setRank(standing.rank(now.programs()));
        Instant since = standing.since();
        if (since != null) {
            proto.setSince(Times.toProto(since));
        }
        return proto.build();
    }

    private static void outlook(
            StandingNow now, Outlook outlook, dev.perennial.contract.loyalty.v1.Standing.Builder proto) {
        proto.setEarned(outlook.earned());
        outlook.next()
                .ifPresent(next -> proto.setNextLevel(NextLevel.newBuilder()
                        .setId(next.level())
                        .setName(now.levelName(next.level()))
                        .setMissing(next.missing())));
        outlook.review()
                .ifPresent(review -> proto.setReview(Review.newBuilder()
                        .setAt(Times.toProto(review.at()))
                        .setLevel(review.to())
                        .setKept(review.kept())));
        outlook.graceEndsAt().ifPresent(end -> proto.setGraceEndsAt(Times.toProto(end)));
    }

    private static GrantedBenefit benefit(Benefit benefit) {
        return GrantedBenefit.newBuilder()
                .setId(benefit.id())
                .setName(benefit.name())
                .setPlan(benefit.plan())
                .build();
    }

    static dev.perennial.contract.loyalty.v1.Membership membership(StandingNow now, Membership membership) {
        var proto = dev.perennial.contract.loyalty.v1.Membership.newBuilder()
                .setPlan(membership.plan())
                .setName(now.planName(membership.plan()))
                .setState(state(membership.state().name()));
        Instant until = membership.until();
        if (until != null) {
            proto.setUntil(Times.toProto(until));
        }
        return proto.build();
    }

    static StatusMatch match(StandingNow now, Match match) {
        StatusMatch.Builder proto = StatusMatch.newBuilder()
                .setLevel(match.level())
                .setStartsAt(Times.toProto(match.startsAt()))
                .setEndsAt(Times.toProto(match.endsAt()))
                .setEarned(match.earned())
                .setKept(match.kept());
        now.standing().requiredToKeep(now.programs(), match).ifPresent(proto::setRequired);
        return proto.build();
    }

    static StandingChange change(StandingHistory.Line line) {
        StandingChange.Builder proto = StandingChange.newBuilder()
                .setMemberSeq(line.sequence())
                .setAt(Times.toProto(line.change().at()));
        switch (line.change()) {
            case Event.LevelChanged(var at, var from, var to, var reason) ->
                proto.setLevel(LevelMove.newBuilder()
                        .setFrom(from)
                        .setTo(to)
                        .setReason(reason(Change.Reason.valueOf(reason))));
            case Event.MembershipChanged(var at, var plan, var from, var to) ->
                proto.setMembership(MembershipMove.newBuilder()
                        .setPlan(plan)
                        .setFrom(state(from))
                        .setTo(state(to)));
        }
        return proto.build();
    }

    private static MembershipState state(String state) {
        return switch (dev.perennial.domain.loyalty.standing.MembershipState.valueOf(state)) {
            case NONE -> MembershipState.MEMBERSHIP_STATE_NONE;
            case TRIAL -> MembershipState.MEMBERSHIP_STATE_TRIAL;
            case ACTIVE -> MembershipState.MEMBERSHIP_STATE_ACTIVE;
            case CANCELLING -> MembershipState.MEMBERSHIP_STATE_CANCELLING;
            case GRACE -> MembershipState.MEMBERSHIP_STATE_GRACE;
            case ENDED -> MembershipState.MEMBERSHIP_STATE_ENDED;
        };
    }

    private static LevelMoveReason reason(Change.Reason reason) {
        return switch (reason) {
            case EARNED -> LevelMoveReason.LEVEL_MOVE_REASON_EARNED;
            case REVIEW -> LevelMoveReason.LEVEL_MOVE_REASON_REVIEW;
            case REFUND -> LevelMoveReason.LEVEL_MOVE_REASON_REFUND;
            case MATCH -> LevelMoveReason.LEVEL_MOVE_REASON_MATCH;
            case MATCH_ENDED -> LevelMoveReason.LEVEL_MOVE_REASON_MATCH_ENDED;
            case MEMBERSHIP -> LevelMoveReason.LEVEL_MOVE_REASON_MEMBERSHIP;
            case PROGRAM -> LevelMoveReason.LEVEL_MOVE_REASON_PROGRAM;
        };
    }
}
