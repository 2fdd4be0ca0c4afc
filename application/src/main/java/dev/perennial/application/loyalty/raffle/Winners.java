package dev.perennial.application.loyalty.raffle;

import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.loyalty.raffle.Outcome;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.loyalty.raffle.TakenBack;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who wins as of now: the sequence of the draw and what the ledger says was taken back since the close. */
final class Winners {

    private final Transaction tx;
    private final TenantId tenant;
    private final Raffle.Drawn drawn;
    private final Map<Integer, Long> takenBack = new HashMap<>();

    private Winners(Transaction tx, TenantId tenant, Raffle.Drawn drawn) {
        this.tx = tx;
        this.tenant = tenant;
        this.drawn = drawn;
    }

    /** The places that come first, as many as there are to be winners. */
    static List<Place> first(Transaction tx, TenantId tenant, Raffle.Drawn drawn) {
        return new Winners(tx, tenant, drawn).places(drawn.closed().terms().winners(), List.of());
    }

    /** @param known the beginning of the sequence; the rest of it is drawn where it is needed */
    static Outcome of(Transaction tx, TenantId tenant, Raffle.Drawn drawn, List<Place> known) {
        return new Winners(tx, tenant, drawn).outcome(known);
    }

    private Outcome outcome(List<Place> known) {
        int wanted = drawn.closed().terms().winners();
        List<Place> places = known;
        look(places);
        Outcome outcome = Outcome.of(places, takenBack, wanted);
        while (outcome.winners().size() < wanted
                && places.size() < drawn.closed().members()) {
            int missing = wanted - outcome.winners().size();
            List<Place> more = places(places.size() + missing, places);
            look(more.subList(places.size(), more.size()));
            places = more;
            outcome = Outcome.of(places, takenBack, wanted);
        }
        return outcome;
    }

    /** The sequence begins with what is known of it: those tickets need not be looked up again. */
    private List<Place> places(int count, List<Place> known) {
        Map<Long, Holder> holders = known.stream().collect(Collectors.toMap(Place::ticket, Place::holder));
        return drawn.draw().places(count, ticket -> {
            Holder holder = holders.get(ticket);
            return holder == null ? tx.publishedTickets().holderOf(tenant, raffle(), ticket) : holder;
        });
    }

    private void look(List<Place> places) {
        Map<Integer, Holder> holders =
                places.stream().map(Place::holder).collect(Collectors.toMap(Holder::memberNumber, holder -> holder));
        UnitId unit = new UnitId(drawn.closed().terms().ticket());
        tx.publishedTickets()
                .clawedBack(tenant, raffle(), unit, holders.keySet())
                .forEach((member, entries) -> {
                    Holder holder = holders.get(member);
                    if (holder != null) {
                        takenBack.put(member, TakenBack.of(entries, holder.frozenAt()));
                    }
                });
    }

    private int raffle() {
        return drawn.commitment().number();
    }
}
