package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.BadgeBalance;
import dev.perennial.contract.loyalty.v1.ChallengeProgress;
import dev.perennial.contract.loyalty.v1.CounterValue;
import dev.perennial.contract.loyalty.v1.Progress;
import dev.perennial.contract.loyalty.v1.PunchCardProgress;
import dev.perennial.contract.loyalty.v1.StageProgress;
import dev.perennial.domain.loyalty.ProgressNow;
import dev.perennial.domain.loyalty.ProgressNow.CardProgress;
import dev.perennial.domain.loyalty.ProgressNow.StageReached;
import dev.perennial.grpc.shared.Times;

/** How far members have come. */
final class ProgressTranslator {

    private ProgressTranslator() {}

    static Progress progress(ProgressNow now) {
        return Progress.newBuilder()
                .addAllPunchCards(
                        now.cards().stream().map(ProgressTranslator::card).toList())
                .addAllChallenges(now.challenges().stream()
                        .map(ProgressTranslator::challenge)
                        .toList())
                .addAllCounters(
                        now.counters().stream().map(ProgressTranslator::counter).toList())
                .addAllBadges(
                        now.badges().stream().map(ProgressTranslator::badge).toList())
                .setMemberSeq(now.member().sequence())
                .setAsOf(Times.toProto(now.member().advancedTo()))
                .build();
    }

    private static PunchCardProgress card(CardProgress progress) {
        return PunchCardProgress.newBuilder()
                .setId(progress.card().id())
                .setName(progress.card().name())
                .setStampUnit(progress.card().stamp())
                .setStamps(progress.stamps().available())
                .setStampsOwed(progress.stamps().debt())
                .setSize(progress.card().size())
                .setRewardUnit(progress.card().reward())
                .setRewarded(progress.rewarded())
                .setUnused(progress.unused())
                .build();
    }

    private static ChallengeProgress challenge(ProgressNow.ChallengeProgress progress) {
        return ChallengeProgress.newBuilder()
                .setId(progress.challenge().id())
                .setName(progress.challenge().name())
                .setRecurring(progress.challenge().recurring())
                .setCounter(counter(progress.counter()))
                .addAllStages(progress.stages().stream()
                        .map(ProgressTranslator::stage)
                        .toList())
                .build();
    }

    private static StageProgress stage(StageReached reached) {
        return StageProgress.newBuilder()
                .setTarget(reached.stage().target())
                .setReached(reached.times())
                .setMissing(reached.missing())
                .setUnit(reached.stage().unit())
                .setUnits(reached.stage().units())
                .build();
    }

    private static CounterValue counter(ProgressNow.CounterValue value) {
        CounterValue.Builder proto = CounterValue.newBuilder()
                .setId(value.counter().id())
                .setName(value.counter().name())
                .setValue(value.value());
        value.endsAt().ifPresent(end -> proto.setEndsAt(Times.toProto(end)));
        return proto.build();
    }

    private static BadgeBalance badge(ProgressNow.Badge badge) {
        return BadgeBalance.newBuilder()
                .setUnit(badge.unit().id())
                .setName(badge.unit().name())
                .setCount(badge.count())
                .build();
    }
}
