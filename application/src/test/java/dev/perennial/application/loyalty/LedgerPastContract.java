package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.testing.Cards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LedgerPast} promises. */
public abstract class LedgerPastContract extends PortContract {

    /** A stamp for each purchase, two of which become a coffee, and points that run out after 5 days. */
    private static final ProgramHistory PROGRAM =
            Cards.coffeeForTwoStamps(aRule("base").expiringAfter(5));

    private final List<Entry> posted = new ArrayList<>();
    private final Map<Integer, Lot> lots = new TreeMap<>();

    /** Fills a card, empties it again, and lets points run out. */
    @BeforeEach
    void live() {
        desk.enrol("ada", START);
        keep(desk.record("ada", PROGRAM, aPurchase("o1").of(euros(10)).on(day(1)))
                .decision());
        keep(desk.record("ada", PROGRAM, aPurchase("o2").of(euros(20)).on(day(2)))
                .decision());
        keep(desk.record("ada", PROGRAM, aRefundOf("o1").of(euros(10)).on(day(3)))
                .decision());
        keep(desk.advance("ada", day(10)));
    }

    @Test
    void findsEveryLotOpenOrClosed() {
        assertThat(lots.values()).anyMatch(Lot::open).anyMatch(lot -> !lot.open());
        lots.forEach((number, lot) ->
                assertThat(ports.ledgerPast().lot(id(), member("ada"), number)).contains(lot));
        assertThat(ports.ledgerPast().lot(id(), member("ada"), lots.size() + 1)).isEmpty();
    }

    @Test
    void findsTheEntriesOfALotAndOfAnActivityInTheirOrder() {
        for (int lot : lots.keySet()) {
            assertThat(ports.ledgerPast().ofLot(id(), member("ada"), lot))
                    .isNotEmpty()
                    .isEqualTo(posted.stream()
                            .filter(entry -> Integer.valueOf(lot).equals(entry.lotNumber()))
                            .toList());
        }
        assertThat(ports.ledgerPast().ofActivity(id(), member("ada"), 1))
                .isNotEmpty()
                .isEqualTo(posted.stream()
                        .filter(entry -> entry.cause().activityNumber() == 1)
                        .toList());
    }

    @Test
    void findsWhatBecameARewardAndWhatBecameACardAgain() {
        desk.enrol("bob", START);

        Map<MemberId, List<Entry>> conversions = ports.storage()
                .read(tx -> tx.members()
                        .conversions(
                                id(),
                                tx.members()
                                        .read(id(), Set.of(member("ada"), member("bob")))
                                        .values()));

        assertThat(conversions).containsOnlyKeys(member("ada"));
        assertThat(conversions.get(member("ada")))
                .extracting(Entry::kind)
                .contains(EntryKind.CONVERT, EntryKind.UNDO_CONVERT)
                .doesNotContain(EntryKind.EARN);
    }

    @Test
    void knowsNothingOfWhoIsNotKnownHere() {
        assertThat(ports.ledgerPast().lot(otherTenant.id(), member("ada"), 1)).isEmpty();
        assertThat(ports.ledgerPast().ofLot(otherTenant.id(), member("ada"), 1)).isEmpty();
        assertThat(ports.ledgerPast().ofActivity(id(), member("bob"), 1)).isEmpty();
    }

    private void keep(Decision decision) {
        posted.addAll(decision.entries());
        decision.lots().forEach(lot -> lots.put(lot.number(), lot));
    }
}
