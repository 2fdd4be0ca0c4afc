package dev.perennial.application.testing;

import static java.util.stream.Collectors.toMap;

import dev.perennial.application.storage.PublishedTickets;
import dev.perennial.application.storage.TicketSnapshot.Line;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.loyalty.raffle.MerkleTree;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Complete lists of tickets, from maps. */
final class InMemoryPublishedTickets implements PublishedTickets {

    private final Tables tables;

    InMemoryPublishedTickets(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Hash> blocks(TenantId tenant, int raffle) {
        return file(tenant, raffle).blocks();
    }

    @Override
    public List<Holder> list(TenantId tenant, int raffle, long fromTicket, int limit) {
        return all(tenant, raffle).stream()
                .filter(holder -> holder.tickets().first() >= fromTicket)
                .limit(limit)
                .toList();
    }

    @Override
    public Holder holderOf(TenantId tenant, int raffle, long ticket) {
        return all(tenant, raffle).stream()
                .filter(holder -> holder.tickets().last() >= ticket)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Position> find(TenantId tenant, int raffle, MemberId member) {
        List<Holder> all = all(tenant, raffle);
        return all.stream()
                .filter(holder -> holder.member().equals(member))
                .findFirst()
                .map(holder -> position(all, holder));
    }

    private static Position position(List<Holder> all, Holder holder) {
        int block = all.indexOf(holder) / MerkleTree.BLOCK;
        long first = all.get(block * MerkleTree.BLOCK).tickets().first();
        return new Position(holder, block, first);
    }

    @Override
    public List<Place> places(TenantId tenant, int raffle) {
        return file(tenant, raffle).places();
    }

    @Override
    public Map<Integer, List<Entry>> clawedBack(TenantId tenant, int raffle, UnitId unit, Collection<Integer> members) {
        Map<Integer, Line> lines = file(tenant, raffle).lines();
        Map<Integer, List<Entry>> found = new HashMap<>();
        files(tenant).forEach((number, member) -> {
            List<Entry> entries = member.entries().stream()
                    .filter(entry -> entry.unit().equals(unit))
                    .toList();
            Line line = lines.get(number);
            if (members.contains(number) && line != null && isClawedBack(entries, line.frozenAt())) {
                found.put(number, entries);
            }
        });
        return found;
    }

    private static boolean isClawedBack(List<Entry> entries, long frozenAt) {
        return entries.stream().anyMatch(entry -> entry.kind() == EntryKind.CLAWBACK && entry.number() > frozenAt);
    }

    private List<Holder> all(TenantId tenant, int raffle) {
        RaffleFile file = file(tenant, raffle);
        Map<Integer, MemberFile> members = files(tenant);
        Map<Hash, Line> lines = file.lines().values().stream().collect(toMap(Line::pseudonym, line -> line));
        return file.ranges().values().stream()
                .map(range -> holder(range, lines.get(range.pseudonym()), members))
                .toList();
    }

    private static Holder holder(TicketRange range, Line line, Map<Integer, MemberFile> members) {
        MemberId member = members.get(line.member()).state().id();
        return new Holder(member, line.member(), line.frozenAt(), range);
    }

    private Map<Integer, MemberFile> files(TenantId tenant) {
        return tables.members().entrySet().stream()
                .filter(member -> member.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue)
                .collect(toMap(member -> member.state().number(), member -> member));
    }

    private RaffleFile file(TenantId tenant, int raffle) {
        return InMemoryTicketSnapshot.file(tables, tenant, raffle);
    }
}
