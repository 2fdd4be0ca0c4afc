package dev.perennial.application.ledger.flow;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units for charity of all versions, and what flows of them come to. */
final class CharityUnits {

    /** Where units are that were given: whatever happens to them among these, they stay given. */
    private static final Set<Account> GIVEN =
            EnumSet.of(Account.AVAILABLE, Account.HELD, Account.DEBT, Account.EXPIRED);

    private final TreeMap<Integer, ProgramDocument> documents = new TreeMap<>();
    private final List<ProgramDocument> byPrecedence;
    private final Instant now;

    CharityUnits(ProgramHistory programs, Instant now) {
        this.now = now;
        programs.versions()
                .forEach(each -> documents.put(each.number(), each.version().document()));
        ProgramDocument inForce = programs.at(now).version().document();
        this.byPrecedence = Stream.concat(Stream.of(inForce), documents.descendingMap().values().stream())
                .toList();
    }

    Set<UnitId> ids() {
        return documents.values().stream()
                .flatMap(document -> document.units().stream())
                .filter(CharityUnits::isCharity)
                .map(unit -> new UnitId(unit.id()))
                .collect(Collectors.toSet());
    }

    private static boolean isCharity(UnitDefinition unit) {
        return unit.kind() == UnitDefinition.Kind.CHARITY;
    }

    private record Key(String cause, String unit) {}

    /**
     * Sums flows by cause.
     *
     * @param known what counts as given
     * @param all everything so far, by which what is pending is known
     */
    DonationTotals totals(List<UnitFlow> known, List<UnitFlow> all) {
        Map<String, Map<String, long[]>> causes = new TreeMap<>();
        byPrecedence.getFirst().units().stream()
                .filter(CharityUnits::isCharity)
                .forEach(unit -> sums(causes, new Key(unit.cause(), unit.id())));
        for (UnitFlow flow : known) {
            key(flow).ifPresent(key -> {
                long[] sums = sums(causes, key);
                sums[0] = Math.addExact(sums[0], given(flow));
            });
        }
        for (UnitFlow flow : all) {
            key(flow).filter(key -> flow.into(Account.PENDING) != 0).ifPresent(key -> {
                long[] sums = sums(causes, key);
                sums[1] = Math.addExact(sums[1], flow.into(Account.PENDING));
            });
        }
        List<DonationTotals.Cause> found = new ArrayList<>();
        causes.forEach((cause, units) -> found.add(cause(cause, units)));
        return new DonationTotals(found, now);
    }

    private static long[] sums(Map<String, Map<String, long[]>> causes, Key key) {
        return causes.computeIfAbsent(key.cause(), none -> new TreeMap<>())
                .computeIfAbsent(key.unit(), none -> new long[2]);
    }

    private static long given(UnitFlow flow) {
        boolean in = GIVEN.contains(flow.to());
        return in == GIVEN.contains(flow.from()) ? 0 : in ? flow.amount() : -flow.amount();
    }

    /** The cause that the version of the entry gives the unit to; a correction by hand names none. */
    private Optional<Key> key(UnitFlow flow) {
        return Stream.concat(Stream.ofNullable(documents.get(flow.programVersion())), byPrecedence.stream())
                .flatMap(document -> document.units().stream())
                .filter(unit -> unit.id().equals(flow.unit().value()) && isCharity(unit))
                .findFirst()
                .map(unit -> new Key(unit.cause(), unit.id()));
    }

    private DonationTotals.Cause cause(String cause, Map<String, long[]> units) {
        List<DonationTotals.Total> totals = new ArrayList<>();
        units.forEach((unit, sums) -> totals.add(new DonationTotals.Total(unit, unitName(unit), sums[0], sums[1])));
        return new DonationTotals.Cause(cause, causeName(cause), totals);
    }

    private String unitName(String unit) {
        return byPrecedence.stream()
                .map(document -> UnitNames.name(document, new UnitId(unit)))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String causeName(String cause) {
        return byPrecedence.stream()
                .flatMap(document -> document.parties().causes().stream())
                .filter(named -> named.id().equals(cause))
                .map(Named::name)
                .findFirst()
                .orElse("");
    }
}
