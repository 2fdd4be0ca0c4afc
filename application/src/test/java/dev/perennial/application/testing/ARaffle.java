package dev.perennial.application.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.application.storage.TicketSnapshot.Line;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.MerkleTree;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Brings a stored raffle to where a test needs it, past the use case. */
public record ARaffle(Ports ports, TenantId tenant, RaffleDocument terms) {

    public static final Hash ROOT = Hash.sha256("root".getBytes(UTF_8));

    public ARaffle announced(Instant now) {
        transact(tx -> {
            tx.raffles().announce(tenant, Set.of(terms.id()), now);
            return null;
        });
        return this;
    }

    public <T> T transact(Function<Transaction, T> work) {
        return ports.storage().transact(work);
    }

    public <T> T read(Function<Transaction, T> work) {
        return ports.storage().read(work);
    }

    public Raffle find() {
        return read(tx -> tx.raffles().find(tenant, terms.id()).orElseThrow());
    }

    public int number() {
        return find().commitment().number();
    }

    /** As its list begins to be made. */
    public Raffle.Closing closing() {
        Raffle.Closing closing = new Raffle.Closing(find().commitment(), terms, 0, 0, false, 0, 0);
        transact(tx -> {
            tx.raffles().save(tenant, closing);
            return null;
        });
        return closing;
    }

    /** A line whose pseudonym begins with a byte that orders it. */
    public static Line line(int member, int order, long tickets, long frozenAt) {
        byte[] bytes = Hash.sha256().bytes();
        bytes[0] = (byte) order;
        return new Line(member, Hash.of(bytes), tickets, frozenAt);
    }

    /** Numbers the lines, all in one block. */
    public List<TicketRange> numbered(List<Line> lines) {
        return transact(tx -> {
            tx.ticketSnapshot().add(tenant, number(), lines);
            List<TicketRange> ranges = new ArrayList<>();
            long first = 1;
            for (Line line : tx.ticketSnapshot().unnumbered(tenant, number(), lines.size())) {
                ranges.add(new TicketRange(line.pseudonym(), first, line.tickets()));
                first += line.tickets();
            }
            Hash root = MerkleTree.root(ranges.stream().map(TicketRange::leaf).toList());
            tx.ticketSnapshot().number(tenant, number(), 0, root, ranges);
            return ranges;
        });
    }
}
