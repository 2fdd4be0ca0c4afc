package dev.perennial.domain.program;

import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What members collect, work towards and take part in, in words, field by field; empty for what is not set. */
final class EngagementDescription {

    private EngagementDescription() {}

    static Map<String, String> of(CounterDocument counter) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", counter.name());
        fields.putAll(EarningDescription.of(counter.subject()));
        fields.put("measure", words(counter.measure()));
        fields.put("window", words(counter.window()));
        return fields;
    }

    static Map<String, String> of(ChallengeDocument challenge) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", challenge.name());
        fields.put("counter", challenge.counter());
        fields.put("recurring", challenge.recurring() ? "true" : "");
        fields.put("shared", challenge.shared() ? "true" : "");
        fields.put(
                "stages",
                challenge.stages().stream()
                        .map(stage -> "at " + stage.target() + " "
                                + Words.granted(stage.units(), stage.unit(), stage.expiry()))
                        .collect(Collectors.joining(", ")));
        return fields;
    }

    static Map<String, String> of(LeaderboardDocument leaderboard) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", leaderboard.name());
        fields.put("counter", leaderboard.counter());
        fields.put(
                "settlement_delay_hours",
                leaderboard.settlementDelayHours() == 0 ? "" : Words.count(leaderboard.settlementDelayHours(), "hour"));
        return fields;
    }

    static Map<String, String> of(PunchCardDocument card) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", card.name());
        fields.put("stamp", card.stamp());
        fields.put("size", Long.toString(card.size()));
        fields.put("reward", Words.granted(card.rewardUnits(), card.reward(), card.rewardExpiry()));
        return fields;
    }

    static Map<String, String> of(RaffleDocument raffle) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", raffle.name());
        fields.put("ticket", raffle.ticket());
        fields.put("closes_at", raffle.closesAt().toString());
        fields.put("winners", Integer.toString(raffle.winners()));
        fields.put("beacon", raffle.beacon());
        return fields;
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case Measure.Facts() -> "facts";
            case Measure.Amount() -> "what was charged for the goods";
            case Measure.Items() -> "items";
            case Measure.Attribute(String name) -> "the attribute " + name;
            case Measure.Units(String unit) -> unit + " credited";
        };
    }

    private static String words(Window window) {
        return switch (window) {
            case Window.Current(var period) -> "the current " + Words.lower(period);
            case Window.Rolling(int days) -> "the last " + Words.count(days, "day");
            case Window.Streak(var period, long atLeast) ->
                "how many times in a row at least " + atLeast + " " + period.words();
        };
    }
}
