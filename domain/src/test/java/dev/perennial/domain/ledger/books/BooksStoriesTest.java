package dev.perennial.domain.ledger.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.program.FairValue;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.Story;
import dev.perennial.domain.testing.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the books of any story come to. */
class BooksStoriesTest {

    private static final int PERIODS = 5;

    @Test
    void theJournalOfAnyStoryEndsAtWhatIsOpenOfItsLots() {
        Seeds.each(150, random -> {
            Story story = Story.from(random);
            ProgramHistory programs = story.programs(60, 60, 60);
            World world = World.under(programs);
            for (int i = 0; i < 40; i++) {
                Story.happen(world, story.next());
            }
            FairValue value = new FairValue(random.nextInt(1, 50), random.nextInt(1, 50));
            Valuations values = new Valuations(AProgramOfValues.worth(value));
            Map<Integer, Lot> lots = lots(world);
            Journal journal = Journals.of(flows(world, lots), values);

            assertThat(units(journal.closing())).isEqualTo(open(lots));
            Map<UnitId, Long> moved = units(journal.opening());
            Map<UnitId, Long> money = money(journal.opening());
            journal.periods()
                    .forEach(period -> period.lines().forEach(line -> {
                        moved.merge(line.unit(), line.booking().liability(line.units()), Long::sum);
                        line.money()
                                .ifPresent(amount ->
                                        money.merge(line.unit(), line.booking().liability(amount.amount()), Long::sum));
                    }));
            moved.values().removeIf(units -> units == 0);
            money.values().removeIf(cents -> cents == 0);
            Map<UnitId, Long> closing = money(journal.closing());
            closing.values().removeIf(cents -> cents == 0);
            assertThat(moved).isEqualTo(units(journal.closing()));
            assertThat(money).isEqualTo(closing);
        });
    }

    private static Map<Integer, Lot> lots(World world) {
        Map<Integer, Lot> lots = new HashMap<>();
        world.decisions().forEach(decision -> decision.lots().forEach(lot -> lots.put(lot.number(), lot)));
        return lots;
    }

    private static List<BookFlow> flows(World world, Map<Integer, Lot> lots) {
        List<BookFlow> flows = new ArrayList<>();
        List<Entry> entries = world.entries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Integer number = entry.lotNumber();
            int version = number == null
                    ? entry.cause().programVersion()
                    : Objects.requireNonNull(lots.get(number)).programVersion();
            flows.add(new BookFlow(
                    i * PERIODS / entries.size(),
                    entry.unit(),
                    version,
                    Objects.requireNonNullElse(entry.cause().rule(), ""),
                    entry.from(),
                    entry.to(),
                    entry.amount()));
        }
        return flows;
    }

    private static Map<UnitId, Long> open(Map<Integer, Lot> lots) {
        Map<UnitId, Long> open = new HashMap<>();
        lots.values().stream().filter(Lot::open).forEach(lot -> open.merge(lot.unit(), lot.remaining(), Long::sum));
        return open;
    }

    private static Map<UnitId, Long> units(List<Journal.Balance> balances) {
        Map<UnitId, Long> units = new HashMap<>();
        balances.forEach(balance -> units.merge(balance.unit(), balance.units(), Long::sum));
        return units;
    }

    private static Map<UnitId, Long> money(List<Journal.Balance> balances) {
        Map<UnitId, Long> money = new HashMap<>();
        balances.forEach(
                balance -> balance.worth().ifPresent(worth -> money.merge(balance.unit(), worth.amount(), Long::sum)));
        return money;
    }
}
