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
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        return storage.read(tx -> {
            MemberState state = tx.members().read(tenant.id(), Set.of(member)).get(member);
            if (state == null) {
                return Result.refused(Refusal.memberNotFound());
            }
            ProgramHistory programs = catalog.in(tx, tenant.id());
            Instant now = time.now(tx, tenant.id());
            Budgets budgets = tx.budgets().asOfNow(tenant.id(), programs, state, now);
            Decision advanced = Loyalty.advance(programs, state, budgets, now);
            return Result.ok(
                    ProgressNow.of(programs, advanced.after(), conversions(tenant, programs, state, advanced)));
        });
    }

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
