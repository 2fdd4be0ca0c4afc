package dev.perennial.domain.loyalty.raffle;

import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.time.Instant;
import java.util.Map;

/** Why nothing happens to a raffle. */
public final class RaffleRefusals {

    private RaffleRefusals() {}

    /** The one refusal for a raffle that does not exist and for another tenant's: nobody learns which it was. */
    public static Refusal notFound() {
        return Refusal.of(Reason.RAFFLE_NOT_FOUND, "There is no such raffle.");
    }

    public static Refusal noTickets() {
        return Refusal.of(Reason.TICKETS_NOT_FOUND, "The member has no tickets in the raffle.");
    }

    public static Refusal open(Instant closesAt) {
        return Refusal.of(
                Reason.RAFFLE_OPEN, "The raffle is not closed yet.", Map.of("closes_at", closesAt.toString()));
    }

    public static Refusal alreadyClosed() {
        return Refusal.of(Reason.RAFFLE_ALREADY_CLOSED, "The raffle was closed before.");
    }

    public static Refusal alreadyDrawn() {
        return Refusal.of(Reason.RAFFLE_ALREADY_DRAWN, "The raffle was drawn before.");
    }

    /** @param words which value the raffle mixes in; empty for none */
    static Refusal beacon(String words) {
        return Refusal.invalid(
                "beacon",
                words.isEmpty()
                        ? "must be empty, because the raffle mixes no public value in"
                        : "must be the public value that the raffle mixes in: " + words);
    }
}
