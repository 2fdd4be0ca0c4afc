package dev.perennial.application.loyalty.progress;

import dev.perennial.application.loyalty.LedgerPast;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.ProgressNow;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far members have come with cards, challenges and counters. */
public final class MemberProgress {

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final LedgerPast past;
    private final TenantTime time;

    public MemberProgress(Storage storage, ProgramCatalog catalog, LedgerPast past, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.past = past;
        this.time = time;
    }

    /** As of now: what is due by now has happened, whether or not that was written down already. */
    public Result<ProgressNow> get(Tenant tenant, MemberId member) {
        Result<Seen> seen = storage.read(tx -> {
            ProgramHistory programs = catalog.in(tx, tenant.id());
            Instant now = time.now(tx, tenant.id());
            return tx.members().find(tenant.id(), member).map(state -> {
                Budgets budgets = tx.budgets().asOfNow(tenant.id(), programs, state, now);
                return new Seen(programs, state, Loyalty.advance(programs, state, budgets, now));
            });
        });
        return seen.map(as -> ProgressNow.of(
                as.programs(), as.advanced().after(), conversions(tenant, as.programs(), as.stored(), as.advanced())));
    }

    /** A member, and what is only due. What else is asked for is read after its connection was given back. */
    private record Seen(ProgramHistory programs, MemberState stored, Decision advanced) {}

    /**
     * Every entry with which a card became a reward or a reward a card again; nobody is asked for them where no version
     * has a card.
     *
     * @param stored the member as it is stored
     * @param advanced what is only due
     */
    public List<Entry> conversions(Tenant tenant, ProgramHistory programs, MemberState stored, Decision advanced) {
        boolean cards = programs.versions().stream()
                .anyMatch(version ->
                        !version.program().document().engagement().punchCards().isEmpty());
        return cards
                ? joined(
                        past.conversions(tenant.id(), stored.id()),
                        advanced.entries(),
                        stored.wallet().lastEntry())
                : List.of();
    }

    /** What was written down, and what is only due: a card can be filled by stamps that have just become active. */
    private static List<Entry> joined(List<Entry> written, List<Entry> due, long lastSeen) {
        List<Entry> all = new ArrayList<>(written);
        all.removeIf(entry -> entry.number() > lastSeen); // written since the state was read
        all.addAll(due);
        return all;
    }
}
