package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.Birthday;
import dev.perennial.domain.loyalty.StatusChange;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.member.MemberStatus;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.member.TraitsJson;
import dev.perennial.persistence.shared.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What commands asked for as JSON. */
final class AskedJson {

    private AskedJson() {}

    static @Nullable String write(Asked asked) {
        return asked instanceof Asked.Untold ? null : Json.object(json -> write(json, asked));
    }

    private static void write(JsonGenerator json, Asked asked) {
        switch (asked) {
            case Asked.Enrolment(Traits traits, Birthday birthday) -> person(json, "enrolment", traits, birthday);
            case Asked.Arrival(Traits traits, Birthday birthday, Brought brought) -> {
                person(json, "arrival", traits, birthday);
                BroughtJson.write(json, brought);
            }
            case Asked.Profile(Traits traits, Birthday birthday) -> person(json, "profile", traits, birthday);
            case Asked.Status(StatusChange change) -> {
                json.writeStringProperty("for", "status");
                json.writeStringProperty("status", change.status().name());
                json.writeBooleanProperty("staff", change.staff());
                json.writeBooleanProperty("forfeit", change.forfeit());
            }
            case Asked.Adjustment(UnitId unit, long amount) -> {
                json.writeStringProperty("for", "adjustment");
                json.writeStringProperty("unit", unit.value());
                json.writeNumberProperty("amount", amount);
            }
            case Asked.GivingBack giving -> AskedGivingBackJson.write(json, giving);
            case Asked.Reward(String reward, boolean atOnce) -> {
                json.writeStringProperty("for", "reward");
                json.writeStringProperty("reward", reward);
                json.writeBooleanProperty("at_once", atOnce);
            }
            case Asked.Change(long number, Asked.Fate fate, String note) -> {
                json.writeStringProperty("for", "change");
                json.writeNumberProperty("number", number);
                json.writeStringProperty("fate", fate.name());
                json.writeStringProperty("note", note);
            }
            case Asked.Send(Party to, UnitId unit, long amount) -> {
                json.writeStringProperty("for", "send");
                party(json, "to", to);
                json.writeStringProperty("unit", unit.value());
                json.writeNumberProperty("amount", amount);
            }
            case Asked.Receive(Transfer sent) -> receipt(json, sent);
            case Asked.TakeBack(long number, Reason because) -> {
                json.writeStringProperty("for", "take_back");
                json.writeNumberProperty("number", number);
                json.writeStringProperty("because", because.name());
            }
            case Asked.Hold hold -> AskedOrderJson.write(json, hold);
            case Asked.Drop(String orderId) -> {
                json.writeStringProperty("for", "drop");
                json.writeStringProperty("order_id", orderId);
            }
            case Asked.Nothing() -> json.writeStringProperty("for", "nothing");
            case Asked.Untold() -> throw new IllegalArgumentException("there is nothing to write");
        }
    }

    private static void person(JsonGenerator json, String what, Traits traits, Birthday birthday) {
        json.writeStringProperty("for", what);
        TraitsJson.write(json, traits);
        LocalDate next = birthday.next();
        if (next != null) {
            json.writeStringProperty("birthday", next.toString());
        }
        json.writeBooleanProperty("on_leap_day", birthday.onLeapDay());
        json.writeNumberProperty("last_birthday", birthday.lastYear());
    }

    /** Without the words to the receiver, which are nobody else's. */
    private static void receipt(JsonGenerator json, Transfer sent) {
        json.writeStringProperty("for", "receive");
        party(json, "from", sent.from());
        party(json, "to", sent.to());
        json.writeNumberProperty("number", sent.number());
        json.writeStringProperty("unit", sent.unit().value());
        json.writeNumberProperty("amount", sent.amount());
        json.writeNumberProperty("program_version", sent.programVersion());
        Json.moment(json, "sent_at", sent.sentAt());
        TransferRows.write(json, sent.shares());
    }

    private static void party(JsonGenerator json, String name, Party party) {
        json.writeStringProperty(name, party.id().value());
        json.writeNumberProperty(name + "_no", party.number());
    }

    private static Party party(JsonNode json, String name) {
        return new Party(
                new MemberId(json.path(name).asString()),
                json.path(name + "_no").asInt());
    }

    private static Transfer receipt(JsonNode json) {
        return Transfer.sent(
                party(json, "from"),
                json.path("number").asLong(),
                party(json, "to"),
                new UnitId(json.path("unit").asString()),
                json.path("amount").asLong(),
                "",
                json.path("program_version").asInt(),
                Objects.requireNonNull(Json.moment(json.path("sent_at"))),
                TransferRows.read(json));
    }

    static Asked read(@Nullable String text) {
        if (text == null) {
            return Asked.UNTOLD;
        }
        JsonNode json = Json.parse(text);
        return switch (json.path("for").asString("")) {
            case "enrolment" -> new Asked.Enrolment(TraitsJson.read(json), birthday(json));
            case "arrival" -> new Asked.Arrival(TraitsJson.read(json), birthday(json), BroughtJson.read(json));
            case "profile" -> new Asked.Profile(TraitsJson.read(json), birthday(json));
            case "status" ->
                new Asked.Status(new StatusChange(
                        MemberStatus.valueOf(json.path("status").asString()),
                        json.path("staff").asBoolean(),
                        json.path("forfeit").asBoolean()));
            case "adjustment" ->
                new Asked.Adjustment(
                        new UnitId(json.path("unit").asString()),
                        json.path("amount").asLong());
            case "giving_back" -> AskedGivingBackJson.read(json);
            case "reward" ->
                new Asked.Reward(
                        json.path("reward").asString(), json.path("at_once").asBoolean());
            case "change" ->
                new Asked.Change(
                        json.path("number").asLong(),
                        Asked.Fate.valueOf(json.path("fate").asString()),
                        json.path("note").asString(""));
            case "send" ->
                new Asked.Send(
                        party(json, "to"),
                        new UnitId(json.path("unit").asString()),
                        json.path("amount").asLong());
            case "receive" -> new Asked.Receive(receipt(json));
            case "take_back" ->
                new Asked.TakeBack(
                        json.path("number").asLong(),
                        Reason.valueOf(json.path("because").asString()));
            case "hold" -> AskedOrderJson.read(json);
            case "drop" -> new Asked.Drop(json.path("order_id").asString());
            case "nothing" -> Asked.NOTHING;
            default -> Asked.UNTOLD; // written by a later release
        };
    }

    private static Birthday birthday(JsonNode json) {
        String next = json.path("birthday").asString("");
        return new Birthday(
                next.isEmpty() ? null : LocalDate.parse(next),
                json.path("on_leap_day").asBoolean(false),
                json.path("last_birthday").asInt(0));
    }
}
