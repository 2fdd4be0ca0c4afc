package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.activity.Celebration;
import dev.perennial.domain.activity.ClubGoal;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Engagement;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.activity.Visit;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What is particular to one kind of fact, as properties of the fact. */
final class DetailJson {

    private DetailJson() {}

    static void write(JsonGenerator json, ActivityDetail detail) {
        json.writeStringProperty("type", detail.type().name());
        switch (detail) {
            case Purchase purchase -> OrderJson.write(json, purchase);
            case Refund refund -> OrderJson.write(json, refund);
            case Visit() -> {}
            case Custom(String name, String orderId) -> {
                json.writeStringProperty("name", name);
                OrderJson.text(json, "order_id", orderId);
            }
            case Engagement engagement -> write(json, engagement);
            case MembershipFact membership -> {
                json.writeStringProperty("plan", membership.plan());
                if (membership instanceof MembershipFact.Cancellation cancellation) {
                    json.writeBooleanProperty("at_once", cancellation.atOnce());
                }
            }
            case StatusMatch(String level, String partner, String proof, Instant until) -> {
                json.writeStringProperty("level", level);
                json.writeStringProperty("matched_partner", partner); // "partner" is the fact's own
                json.writeStringProperty("proof", proof);
                Json.moment(json, "until", until);
            }
            case Celebration(var type, int year) -> json.writeNumberProperty("year", year);
            case ClubGoal goal -> {
                json.writeStringProperty("club", goal.club());
                json.writeStringProperty("challenge", goal.challenge());
                json.writeNumberProperty("target", goal.target());
                json.writeStringProperty("period_start", goal.periodStart().toString());
            }
        }
    }

    private static void write(JsonGenerator json, Engagement engagement) {
        switch (engagement) {
            case Engagement.Review(String sku, int rating, boolean verified) -> {
                OrderJson.text(json, "sku", sku);
                OrderJson.number(json, "rating", rating);
                json.writeBooleanProperty("verified", verified);
            }
            case Engagement.SocialFollow(String network) -> json.writeStringProperty("network", network);
            case Engagement.ContentView(String content) -> json.writeStringProperty("content_id", content);
            case Engagement.ProfileCompleted() -> {}
            case Engagement.AppInstalled(String platform) -> json.writeStringProperty("platform", platform);
        }
    }

    static ActivityDetail read(JsonNode json) {
        ActivityType type = ActivityType.valueOf(json.path("type").asString(""));
        return switch (type) {
            case PURCHASE -> OrderJson.purchase(json);
            case REFUND -> OrderJson.refund(json);
            case VISIT -> new Visit();
            case CUSTOM -> new Custom(text(json, "name"), text(json, "order_id"));
            case REVIEW ->
                new Engagement.Review(
                        text(json, "sku"),
                        json.path("rating").asInt(0),
                        json.path("verified").asBoolean(false));
            case SOCIAL_FOLLOW -> new Engagement.SocialFollow(text(json, "network"));
            case CONTENT_VIEW -> new Engagement.ContentView(text(json, "content_id"));
            case PROFILE_COMPLETED -> new Engagement.ProfileCompleted();
            case APP_INSTALLED -> new Engagement.AppInstalled(text(json, "platform"));
            case MEMBERSHIP_PAYMENT -> new MembershipFact.Payment(text(json, "plan"));
            case MEMBERSHIP_TRIAL -> new MembershipFact.Trial(text(json, "plan"));
            case MEMBERSHIP_CANCELLATION ->
                new MembershipFact.Cancellation(
                        text(json, "plan"), json.path("at_once").asBoolean(false));
            case STATUS_MATCH ->
                new StatusMatch(
                        text(json, "level"),
                        text(json, "matched_partner"),
                        text(json, "proof"),
                        Json.moment(json.path("until")));
            case BIRTHDAY, ANNIVERSARY ->
                new Celebration(type, json.path("year").asInt(0));
            case CLUB_GOAL ->
                new ClubGoal(
                        text(json, "club"),
                        text(json, "challenge"),
                        json.path("target").asLong(0),
                        LocalDate.parse(text(json, "period_start")));
        };
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
