package dev.perennial.application.loyalty.wallet;

import dev.perennial.application.loyalty.progress.CardConversions;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Gathering;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RewardDecisions;
import dev.perennial.domain.loyalty.WalletNow;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.pool.PlaceState;
import dev.perennial.domain.loyalty.pool.PoolHolder;
import dev.perennial.domain.loyalty.pool.PoolNow;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that members' screens show. */
public final class Wallets {

    /** How many readings for single wallets of one tenant run at once; more only take connections from others. */
    private static final int READERS = 2;

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final TenantTime time;
    private final ConcurrentMap<TenantId, Gathering<MemberId, Seen>> gatherings = new ConcurrentHashMap<>();

    public Wallets(Storage storage, ProgramCatalog catalog, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.time = time;
    }

    /** As of now: what is due by now has happened, whether or not that was written down already. */
    public Result<WalletNow> get(Tenant tenant, MemberId member) {
        Seen seen = gatherings
                .computeIfAbsent(tenant.id(), id -> new Gathering<>(READERS, members -> read(id, members)))
                .ask(member);
        MemberState state = seen.states().get(member);
        return state == null ? Result.refused(Refusal.memberNotFound()) : Result.ok(wallet(seen, state));
    }

    /** Those of the members that exist, all as of the same moment. */
    public Map<MemberId, WalletNow> list(Tenant tenant, Set<MemberId> members) {
        Seen seen = read(tenant.id(), members);
        Map<MemberId, WalletNow> wallets = new HashMap<>();
        seen.states().forEach((member, state) -> wallets.put(member, wallet(seen, state)));
        return wallets;
    }

    private Seen read(TenantId tenant, Set<MemberId> members) {
        return storage.read(tx -> {
            ProgramHistory programs = catalog.in(tx, tenant);
            Instant now = time.now(tx, tenant);
            Map<MemberId, MemberState> states = tx.members().read(tenant, members);
            Budgets budgets = tx.budgets().asOfNow(tenant, pools(programs, states.values(), now));
            return new Seen(
                    programs,
                    states,
                    CardConversions.of(tx, tenant, programs, states.values()),
                    budgets,
                    poolsOf(tx, tenant, programs, states.values()),
                    now);
        });
    }

    /** All of one moment. */
    private record Seen(
            ProgramHistory programs,
            Map<MemberId, MemberState> states,
            CardConversions conversions,
            Budgets budgets,
            Saving saving,
            Instant now) {

        /** What the pool holds is seen by those who are in it. */
        @Nullable
        PoolNow pool(MemberState member) {
            Place place = saving.places().get(member.number());
            if (place == null) {
                return null;
            }
            MemberState holder =
                    place.state() == PlaceState.JOINED ? saving.holders().get(PoolHolder.of(place.pool())) : null;
            return new PoolNow(
                    place,
                    holder == null
                            ? Wallet.EMPTY
                            : Loyalty.advance(programs, holder, budgets, now)
                                    .after()
                                    .wallet());
        }
    }

    /** Who saves where, and what pools have. */
    private record Saving(Map<Integer, Place> places, Map<MemberId, MemberState> holders) {

        static final Saving NOWHERE = new Saving(Map.of(), Map.of());
    }

    /** Nobody looks where no version ever had pools. */
    private static Saving poolsOf(
            Transaction tx, TenantId tenant, ProgramHistory programs, Collection<MemberState> states) {
        if (states.isEmpty()
                || programs.versions().stream()
                        .allMatch(each -> each.program().document().spending().pool() == null)) {
            return Saving.NOWHERE;
        }
        Map<Integer, Place> places = tx.pools()
                .taken(tenant, states.stream().map(MemberState::number).collect(Collectors.toSet()));
        Set<MemberId> holders = places.values().stream()
                .filter(place -> place.state() == PlaceState.JOINED)
                .map(place -> PoolHolder.of(place.pool()))
                .collect(Collectors.toSet());
        return new Saving(places, holders.isEmpty() ? Map.of() : tx.members().read(tenant, holders));
    }

    private static Set<BudgetUse> pools(ProgramHistory programs, Collection<MemberState> states, Instant now) {
        Set<BudgetUse> pools = new HashSet<>();
        if (!programs.isEmpty()) {
            states.forEach(state -> pools.addAll(RewardDecisions.poolsNeeded(programs, state, now)));
        }
        return pools;
    }

    private WalletNow wallet(Seen seen, MemberState state) {
        Decision advanced = Loyalty.advance(seen.programs(), state, seen.budgets(), seen.now());
        return WalletNow.of(
                seen.programs(),
                advanced.after(),
                seen.conversions().with(advanced),
                seen.budgets().less(advanced.draws()),
                seen.pool(state));
    }
}
