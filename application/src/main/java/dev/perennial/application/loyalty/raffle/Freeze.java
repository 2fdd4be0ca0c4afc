package dev.perennial.application.loyalty.raffle;

import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TicketSnapshot.Held;
import dev.perennial.application.storage.TicketSnapshot.Line;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.raffle.MerkleTree;
import dev.perennial.domain.loyalty.raffle.Pseudonym;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One step of making the list, which is one transaction. The row of the raffle is locked first, so that of several who
 * close it at once each does another step; what a step writes and how far it came are committed together, so that it
 * does not matter who does the next one, or when.
 */
final class Freeze {

    /** Members who are locked together; lanes that need one of them wait that long. */
    private static final int MEMBERS = 500;

    private final Transaction tx;
    private final Tenant tenant;
    private final Raffle.Closing closing;

    private Freeze(Transaction tx, Tenant tenant, Raffle.Closing closing) {
        this.tx = tx;
        this.tenant = tenant;
        this.closing = closing;
    }

    /**
     * What a step came to.
     *
     * @param more whether there is another one
     * @param due members to be advanced first; as long as there are any, the step has done nothing
     */
    record Step(boolean more, Set<MemberId> due) {

        static final Step DONE = new Step(true, Set.of());
        static final Step LAST = new Step(false, Set.of());
    }

    /** Does the next step if there is one. */
    static Step step(Transaction tx, Tenant tenant, String raffle) {
        if (!(tx.raffles().lock(tenant.id(), raffle).orElse(null) instanceof Raffle.Closing closing)) {
            return Step.LAST;
        }
        Freeze freeze = new Freeze(tx, tenant, closing);
        return closing.allRead() ? freeze.number() : freeze.read();
    }

    private UnitId unit() {
        return new UnitId(closing.terms().ticket());
    }

    private Step read() {
        Instant close = closing.terms().closesAt();
        NavigableMap<Integer, MemberId> members =
                new TreeMap<>(tx.ticketSnapshot().candidates(tenant.id(), unit(), close, closing.lastRead(), MEMBERS));
        if (members.isEmpty()) {
            tx.raffles().save(tenant.id(), closing.readAll());
            return Step.DONE;
        }
        Set<MemberId> due = due(tx.members().lock(tenant.id(), Set.copyOf(members.values())));
        if (!due.isEmpty()) {
            return new Step(true, due);
        }
        Map<Integer, Held> held = tx.ticketSnapshot().held(tenant.id(), unit(), members.keySet(), close);
        byte[] salt = tx.raffles()
                .secrets(tenant.id(), closing.commitment().id())
                .salt()
                .bytes();
        List<Line> lines = new ArrayList<>();
        members.forEach((number, member) -> {
            Held had = held.get(number);
            if (had != null) {
                lines.add(line(salt, number, member, had));
            }
        });
        tx.ticketSnapshot().add(tenant.id(), closing.commitment().number(), lines);
        tx.raffles().save(tenant.id(), closing.read(members.size(), members.lastKey()));
        return Step.DONE;
    }

    private static Line line(byte[] salt, int number, MemberId member, Held had) {
        return new Line(number, Pseudonym.of(Pseudonym.key(salt, member), member), had.tickets(), had.lastEntry());
    }

    /**
     * For whom something was due by the close that nobody has noticed yet: the ledger is to say all of it before it is
     * read.
     */
    private Set<MemberId> due(Map<MemberId, MemberState> locked) {
        return locked.values().stream().filter(this::isDue).map(MemberState::id).collect(Collectors.toSet());
    }

    private boolean isDue(MemberState state) {
        Instant at = state.nextDueAt();
        return at != null && !at.isAfter(closing.terms().closesAt());
    }

    private Step number() {
        int raffle = closing.commitment().number();
        List<Line> lines = tx.ticketSnapshot().unnumbered(tenant.id(), raffle, MerkleTree.BLOCK);
        if (lines.isEmpty()) {
            return Step.LAST;
        }
        List<TicketRange> ranges = new ArrayList<>();
        long first = closing.tickets() + 1;
        for (Line line : lines) {
            ranges.add(new TicketRange(line.pseudonym(), first, line.tickets()));
            first = Math.addExact(first, line.tickets());
        }
        tx.ticketSnapshot()
                .number(
                        tenant.id(),
                        raffle,
                        closing.members() / MerkleTree.BLOCK,
                        MerkleTree.root(ranges.stream().map(TicketRange::leaf).toList()),
                        ranges);
        tx.raffles().save(tenant.id(), closing.numbered(ranges));
        return Step.DONE;
    }
}
