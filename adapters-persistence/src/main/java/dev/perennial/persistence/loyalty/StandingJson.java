package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.standing.Loss;
import dev.perennial.domain.loyalty.standing.Match;
import dev.perennial.domain.loyalty.standing.Membership;
import dev.perennial.domain.loyalty.standing.MembershipState;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.loyalty.standing.TierProgress;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A standing as JSON; nothing at all of a member who has none. */
final class StandingJson {

    private StandingJson() {}

    static void write(JsonGenerator json, Standing standing) {
        if (standing.equals(Standing.NEW)) {
            return;
        }
        Json.child(json, "standing", out -> {
            out.writeNumberProperty("version", standing.version());
            out.writeStringProperty("level", standing.level());
            Json.moment(out, "since", standing.since());
            Json.child(out, "tier", tier -> tier(tier, standing.tier()));
            Json.array(out, "losses", standing.losses(), StandingJson::loss);
            Json.array(out, "matches", standing.matches(), StandingJson::match);
            Json.array(out, "memberships", standing.memberships(), StandingJson::membership);
        });
    }

    static Standing read(JsonNode tally) {
        JsonNode json = tally.path("standing");
        return json.isMissingNode()
                ? Standing.NEW
                : new Standing(
                        json.path("version").asInt(0),
                        tier(json.path("tier")),
                        Json.list(json.path("losses"), StandingJson::loss),
                        Json.list(json.path("matches"), StandingJson::match),
                        Json.list(json.path("memberships"), StandingJson::membership),
                        json.path("level").asString(""),
                        Json.moment(json.path("since")));
    }

    private static void tier(JsonGenerator json, TierProgress tier) {
        Json.child(json, "earned", out -> CountsJson.buckets(out, tier.earned()));
        json.writeStringProperty("carried", tier.carried());
        json.writeStringProperty("reached", tier.reached());
        Json.moment(json, "grace_ends_at", tier.graceEndsAt());
        json.writeStringProperty("as_of", tier.asOf().toString());
    }

    private static TierProgress tier(JsonNode json) {
        return new TierProgress(
                CountsJson.buckets(json.path("earned")),
                json.path("carried").asString(""),
                json.path("reached").asString(""),
                Json.moment(json.path("grace_ends_at")),
                LocalDate.parse(json.path("as_of").asString("")));
    }

    private static void loss(JsonGenerator json, Loss loss) {
        json.writeStringProperty("bucket", loss.bucket().toString());
        Json.moment(json, "earned_at", loss.earnedAt());
        Json.moment(json, "lost_at", loss.lostAt());
        json.writeNumberProperty("amount", loss.amount());
    }

    private static Loss loss(JsonNode json) {
        return new Loss(
                LocalDate.parse(json.path("bucket").asString("")),
                moment(json, "earned_at"),
                moment(json, "lost_at"),
                json.path("amount").asLong(0));
    }

    private static void match(JsonGenerator json, Match match) {
        json.writeStringProperty("level", match.level());
        Json.moment(json, "starts_at", match.startsAt());
        Json.moment(json, "ends_at", match.endsAt());
        json.writeNumberProperty("earned", match.earned());
        json.writeBooleanProperty("kept", match.kept());
    }

    private static Match match(JsonNode json) {
        return new Match(
                json.path("level").asString(""),
                moment(json, "starts_at"),
                moment(json, "ends_at"),
                json.path("earned").asLong(0),
                json.path("kept").asBoolean(false));
    }

    private static void membership(JsonGenerator json, Membership membership) {
        json.writeStringProperty("plan", membership.plan());
        json.writeStringProperty("state", membership.state().name());
        Json.moment(json, "anchor", membership.anchor());
        json.writeNumberProperty("months", membership.months());
        Json.moment(json, "until", membership.until());
    }

    private static Membership membership(JsonNode json) {
        return new Membership(
                json.path("plan").asString(""),
                MembershipState.valueOf(json.path("state").asString("")),
                moment(json, "anchor"),
                json.path("months").asInt(0),
                Json.moment(json.path("until")));
    }

    private static Instant moment(JsonNode json, String name) {
        return Objects.requireNonNull(Json.moment(json.path(name)), name);
    }
}
