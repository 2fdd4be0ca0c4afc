package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.EarnedGround;
import dev.perennial.contract.loyalty.v1.LevelThreshold;
import dev.perennial.contract.loyalty.v1.MatchGround;
import dev.perennial.contract.loyalty.v1.MembershipGround;
import dev.perennial.contract.loyalty.v1.StandingGrounds;
import dev.perennial.contract.loyalty.v1.StatusContribution;
import dev.perennial.domain.loyalty.StandingExplanation;
import dev.perennial.domain.loyalty.StandingExplanation.Contribution;
import dev.perennial.domain.loyalty.StandingExplanation.Earning;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.grpc.shared.Times;

/** What levels rest on. */
final class GroundsTranslator {

    private GroundsTranslator() {}

    static StandingGrounds grounds(StandingExplanation explanation) {
        StandingGrounds.Builder proto = StandingGrounds.newBuilder()
                .setLevel(explanation.now().standing().level())
                .setProgramVersion(explanation.programVersion());
        explanation.earning().ifPresent(earning -> proto.setEarned(earned(earning)));
        explanation
                .matches()
                .forEach(grant -> proto.addMatches(MatchGround.newBuilder()
                        .setMatch(StandingTranslator.match(explanation.now(), grant.match()))
                        .setActivityNumber(grant.activityNumber())));
        explanation
                .plans()
                .forEach(grant -> proto.addMemberships(MembershipGround.newBuilder()
                        .setMembership(StandingTranslator.membership(explanation.now(), grant.membership()))
                        .setLevel(grant.level())
                        .setActivityNumber(grant.activityNumber())));
        return proto.build();
    }

    private static EarnedGround earned(Earning earning) {
        return EarnedGround.newBuilder()
                .setUnit(earning.tiers().unit())
                .setFrom(Times.toProto(earning.window().from()))
                .setTo(Times.toProto(earning.window().to()))
                .setRolling(earning.window().rolling())
                .addAllContributions(earning.contributions().stream()
                        .map(GroundsTranslator::contribution)
                        .toList())
                .setMoved(earning.moved())
                .setSum(earning.sum())
                .addAllThresholds(earning.tiers().levels().stream()
                        .map(GroundsTranslator::threshold)
                        .toList())
                .setReached(earning.reached())
                .setKept(earning.kept())
                .build();
    }

    private static StatusContribution contribution(Contribution contribution) {
        return StatusContribution.newBuilder()
                .setActivityNumber(contribution.activityNumber())
                .setOccurredAt(Times.toProto(contribution.occurredAt()))
                .setAmount(contribution.amount())
                .setLost(contribution.lost())
                .build();
    }

    private static LevelThreshold threshold(Level level) {
        return LevelThreshold.newBuilder()
                .setLevel(level.id())
                .setName(level.name())
                .setThreshold(level.threshold())
                .build();
    }
}
