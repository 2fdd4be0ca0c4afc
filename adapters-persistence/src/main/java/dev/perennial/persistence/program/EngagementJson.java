package dev.perennial.persistence.program;

import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.EngagementDocument;
import dev.perennial.domain.program.LeaderboardDocument;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.persistence.shared.Json;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What members collect, work towards and take part in, as properties of the program. */
final class EngagementJson {

    private EngagementJson() {}

    static void write(JsonGenerator json, EngagementDocument engagement) {
        Json.array(json, "counters", engagement.counters(), CounterJson::write);
        Json.array(json, "challenges", engagement.challenges(), ChallengeJson::write);
        Json.array(json, "leaderboards", engagement.leaderboards(), EngagementJson::leaderboard);
        Json.array(json, "punch_cards", engagement.punchCards(), ChallengeJson::write);
        Json.array(json, "raffles", engagement.raffles(), EngagementJson::raffle);
        Json.child(json, "celebrations", out -> celebrations(out, engagement.celebrations()));
    }

    static EngagementDocument read(JsonNode json) {
        return new EngagementDocument(
                Json.list(json.path("counters"), CounterJson::read),
                Json.list(json.path("challenges"), ChallengeJson::challenge),
                Json.list(json.path("leaderboards"), EngagementJson::leaderboard),
                Json.list(json.path("punch_cards"), ChallengeJson::punchCard),
                Json.list(json.path("raffles"), EngagementJson::raffle),
                celebrations(json.path("celebrations")));
    }

    private static void leaderboard(JsonGenerator json, LeaderboardDocument leaderboard) {
        json.writeStringProperty("id", leaderboard.id());
        json.writeStringProperty("name", leaderboard.name());
        json.writeStringProperty("counter", leaderboard.counter());
        json.writeNumberProperty("settlement_delay_hours", leaderboard.settlementDelayHours());
    }

    private static LeaderboardDocument leaderboard(JsonNode json) {
        return new LeaderboardDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("counter").asString(""),
                json.path("settlement_delay_hours").asInt(0));
    }

    private static void raffle(JsonGenerator json, RaffleDocument raffle) {
        json.writeStringProperty("id", raffle.id());
        json.writeStringProperty("name", raffle.name());
        json.writeStringProperty("ticket", raffle.ticket());
        Json.moment(json, "closes_at", raffle.closesAt());
        json.writeNumberProperty("winners", raffle.winners());
        json.writeStringProperty("beacon", raffle.beacon());
    }

    private static RaffleDocument raffle(JsonNode json) {
        return new RaffleDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("ticket").asString(""),
                Objects.requireNonNull(Json.moment(json.path("closes_at"))),
                json.path("winners").asInt(0),
                json.path("beacon").asString(""));
    }

    private static void celebrations(JsonGenerator json, CelebrationsDocument celebrations) {
        json.writeStringProperty("leap_day", celebrations.leapDay().name());
        json.writeNumberProperty("birth_date_change_days", celebrations.birthDateChangeDays());
    }

    private static CelebrationsDocument celebrations(JsonNode json) {
        return new CelebrationsDocument(
                Json.word(json.path("leap_day"), CelebrationsDocument.DEFAULT.leapDay()),
                json.path("birth_date_change_days").asInt(0));
    }
}
