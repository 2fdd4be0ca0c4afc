package dev.perennial.application.testing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.perennial.application.storage.TicketSnapshot;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Lists of tickets in the making, in maps. */
final class InMemoryTicketSnapshot implements TicketSnapshot {

    private final Tables tables;
    private final boolean writable;

    InMemoryTicketSnapshot(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public Map<Integer, MemberId> candidates(TenantId tenant, UnitId unit, Instant at, int afterMember, int limit) {
        Map<Integer, MemberId> found = new HashMap<>();
        members(tenant)
                .map(MemberFile::state)
                .filter(state -> state.number() > afterMember)
                .filter(state -> state.wallet().balances().containsKey(unit) || isDue(state, at))
                .sorted(comparingInt(MemberState::number))
                .limit(limit)
                .forEach(state -> found.put(state.number(), state.id()));
        return found;
    }

    private static boolean isDue(MemberState state, Instant at) {
        return state.nextDueAt() != null && !state.nextDueAt().isAfter(at);
    }

    @Override
    public Map<Integer, Held> held(TenantId tenant, UnitId unit, Collection<Integer> members, Instant at) {
        Map<Integer, Held> held = new HashMap<>();
        members(tenant).filter(file -> members.contains(file.state().number())).forEach(file -> {
            List<Entry> entries = file.entries().stream()
                    .filter(entry -> entry.unit().equals(unit))
                    .filter(entry -> !entry.effectiveAt().isAfter(at))
                    .toList();
            long tickets =
                    entries.stream().mapToLong(InMemoryTicketSnapshot::made).sum();
            if (tickets > 0) {
                held.put(
                        file.state().number(),
                        new Held(tickets, entries.getLast().number()));
            }
        });
        return held;
    }

    private static long made(Entry entry) {
        long in = entry.to() == Account.AVAILABLE ? entry.amount() : 0;
        return entry.from() == Account.AVAILABLE ? in - entry.amount() : in;
    }

    @Override
    public void add(TenantId tenant, int raffle, List<Line> lines) {
        change(tenant, raffle, file -> file.with(lines));
    }

    @Override
    public List<Line> unnumbered(TenantId tenant, int raffle, int limit) {
        RaffleFile file = file(tables, tenant, raffle);
        List<Hash> numbered =
                file.ranges().values().stream().map(TicketRange::pseudonym).toList();
        return file.lines().values().stream()
                .filter(line -> !numbered.contains(line.pseudonym()))
                .sorted(comparing(Line::pseudonym))
                .limit(limit)
                .toList();
    }

    @Override
    public void number(TenantId tenant, int raffle, int block, Hash root, List<TicketRange> ranges) {
        change(tenant, raffle, file -> file.numbered(root, ranges));
    }

    private void change(TenantId tenant, int raffle, UnaryOperator<RaffleFile> change) {
        InMemoryRequests.requireWritable(writable);
        tables.raffles()
                .replaceAll((ref, file) ->
                        ref.tenant().equals(tenant) && file.state().commitment().number() == raffle
                                ? change.apply(file)
                                : file);
    }

    private Stream<MemberFile> members(TenantId tenant) {
        return tables.members().entrySet().stream()
                .filter(member -> member.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }

    static RaffleFile file(Tables tables, TenantId tenant, int raffle) {
        return tables.raffles().entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant)
                        && entry.getValue().state().commitment().number() == raffle)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
