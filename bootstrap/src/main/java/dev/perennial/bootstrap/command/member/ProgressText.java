package dev.perennial.bootstrap.command.member;

import dev.perennial.contract.loyalty.v1.BadgeBalance;
import dev.perennial.contract.loyalty.v1.ChallengeProgress;
import dev.perennial.contract.loyalty.v1.Progress;
import dev.perennial.contract.loyalty.v1.PunchCardProgress;
import dev.perennial.contract.loyalty.v1.StageProgress;
import java.util.List;
import java.util.stream.Stream;

/** What a member works towards, in lines. */
final class ProgressText {

    private final Words words;

    ProgressText(Words words) {
        this.words = words;
    }

    List<String> lines(Progress progress) {
        return Stream.of(
                        progress.getPunchCardsList().stream().map(this::card),
                        progress.getChallengesList().stream().map(ProgressText::challenge),
                        progress.getBadgesList().stream().map(ProgressText::badge))
                .flatMap(lines -> lines)
                .toList();
    }

    private String card(PunchCardProgress card) {
        return "  " + called(card.getName(), card.getId()) + ": "
                + words.number(card.getStamps(), card.getStampUnit()) + " of "
                + words.number(card.getSize(), card.getStampUnit()) + " stamps"
                + (card.getStampsOwed() > 0
                        ? ", " + words.number(card.getStampsOwed(), card.getStampUnit()) + " owed"
                        : "")
                + (card.getUnused() > 0 ? ", unused " + words.units(card.getUnused(), card.getRewardUnit()) : "");
    }

    private static String challenge(ChallengeProgress challenge) {
        String next = challenge.getStagesList().stream()
                .filter(stage -> stage.getMissing() > 0)
                .findFirst()
                .map(ProgressText::missing)
                .orElse("done");
        return "  " + called(challenge.getName(), challenge.getId()) + ": "
                + challenge.getCounter().getValue() + ", " + next;
    }

    private static String missing(StageProgress stage) {
        return stage.getMissing() + " missing for " + (stage.getTarget() * (stage.getReached() + 1));
    }

    private static String badge(BadgeBalance badge) {
        return "  " + called(badge.getName(), badge.getUnit()) + (badge.getCount() > 1 ? " × " + badge.getCount() : "");
    }

    private static String called(String name, String id) {
        return name.isEmpty() ? id : name;
    }
}
