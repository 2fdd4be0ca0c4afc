package dev.perennial.application.loyalty.raffle;

import static java.util.Objects.requireNonNull;

import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.raffle.Outcome;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the winners' feeds tell of a draw, in its transaction. Nothing about the members is decided, so none of them has
 * to be advanced first.
 */
final class WinEvents {

    /** Winners who are loaded and written together; there may be 10,000. */
    private static final int MEMBERS = 500;

    private WinEvents() {}

    /** Tells each winner. The members are locked after the raffle and in ascending order, as a freeze locks them. */
    static void tell(Transaction tx, TenantId tenant, Raffle.Drawn drawn, Outcome outcome) {
        List<Place> ascending = outcome.winners().stream()
                .sorted(Comparator.comparingInt(place -> place.holder().memberNumber()))
                .toList();
        for (int from = 0; from < ascending.size(); from += MEMBERS) {
            tell(tx, tenant, drawn, ascending.subList(from, Math.min(from + MEMBERS, ascending.size())));
        }
    }

    private static void tell(Transaction tx, TenantId tenant, Raffle.Drawn drawn, List<Place> winners) {
        Map<MemberId, MemberState> states = tx.members()
                .lock(
                        tenant,
                        winners.stream().map(place -> place.holder().member()).collect(Collectors.toSet()));
        tx.members()
                .save(
                        tenant,
                        winners.stream()
                                .map(place -> new Effect(telling(states, drawn, place), null, drawn.drawnAt()))
                                .toList());
    }

    private static Decision telling(Map<MemberId, MemberState> states, Raffle.Drawn drawn, Place place) {
        MemberState state = requireNonNull(states.get(place.holder().member()), "members are never deleted");
        return Decision.telling(
                state, new Event.RaffleWon(drawn.drawnAt(), drawn.commitment().id(), place.number(), place.ticket()));
    }
}
