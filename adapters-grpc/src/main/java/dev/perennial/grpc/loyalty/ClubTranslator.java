package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.community.Clubs;
import dev.perennial.application.loyalty.community.SharedProgress;
import dev.perennial.contract.loyalty.v1.ClubMember;
import dev.perennial.contract.loyalty.v1.SharedChallengeProgress;
import dev.perennial.contract.loyalty.v1.StageProgress;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.grpc.shared.Times;

/** Clubs, for replies. */
final class ClubTranslator {

    private ClubTranslator() {}

    static SharedChallengeProgress challenge(SharedProgress progress) {
        SharedChallengeProgress.Builder proto = SharedChallengeProgress.newBuilder()
                .setId(progress.challenge().id())
                .setName(progress.challenge().name())
                .setPeriodStart(Times.toProto(progress.start()))
                .setEndsAt(Times.toProto(progress.endsAt()))
                .setTotal(progress.total());
        progress.challenge()
                .stages()
                .forEach(stage -> proto.addStages(
                        stage(stage, progress.total(), progress.reached().contains(stage.target()))));
        return proto.build();
    }

    private static StageProgress stage(Stage stage, long total, boolean reached) {
        return StageProgress.newBuilder()
                .setTarget(stage.target())
                .setReached(reached ? 1 : 0)
                .setMissing(reached ? 0 : Math.max(0, stage.target() - total))
                .setUnit(stage.unit())
                .setUnits(stage.units())
                .build();
    }

    static ClubMember member(Clubs.Line line) {
        return ClubMember.newBuilder()
                .setMemberId(line.member().value())
                .setPublicName(line.publicName())
                .build();
    }
}
