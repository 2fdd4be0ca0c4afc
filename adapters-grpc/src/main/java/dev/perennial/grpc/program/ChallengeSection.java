package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Challenge;
import dev.perennial.contract.program.v1.PunchCard;
import dev.perennial.contract.program.v1.Stage;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.PunchCardDocument;

/** What members work towards and collect, both ways. */
final class ChallengeSection {

    private ChallengeSection() {}

    static ChallengeDocument read(Challenge proto) {
        return new ChallengeDocument(
                proto.getId(),
                proto.getName(),
                proto.getCounter(),
                proto.getRecurring(),
                proto.getShared(),
                proto.getStagesList().stream().map(ChallengeSection::stage).toList());
    }

    static Challenge write(ChallengeDocument challenge) {
        return Challenge.newBuilder()
                .setId(challenge.id())
                .setName(challenge.name())
                .setCounter(challenge.counter())
                .setRecurring(challenge.recurring())
                .setShared(challenge.shared())
                .addAllStages(
                        challenge.stages().stream().map(ChallengeSection::stage).toList())
                .build();
    }

    private static ChallengeDocument.Stage stage(Stage proto) {
        return new ChallengeDocument.Stage(
                proto.getTarget(), proto.getUnit(), proto.getUnits(), ExpiryFields.read(proto));
    }

    private static Stage stage(ChallengeDocument.Stage stage) {
        Stage.Builder proto = Stage.newBuilder()
                .setTarget(stage.target())
                .setUnit(stage.unit())
                .setUnits(stage.units());
        ExpiryFields.write(stage.expiry(), proto);
        return proto.build();
    }

    static PunchCardDocument read(PunchCard proto) {
        return new PunchCardDocument(
                proto.getId(),
                proto.getName(),
                proto.getStamp(),
                proto.getSize(),
                proto.getReward(),
                proto.getRewardUnits(),
                ExpiryFields.read(proto));
    }

    static PunchCard write(PunchCardDocument card) {
        PunchCard.Builder proto = PunchCard.newBuilder()
                .setId(card.id())
                .setName(card.name())
                .setStamp(card.stamp())
                .setSize(card.size())
                .setReward(card.reward())
                .setRewardUnits(card.rewardUnits());
        ExpiryFields.write(card.rewardExpiry(), proto);
        return proto.build();
    }
}
