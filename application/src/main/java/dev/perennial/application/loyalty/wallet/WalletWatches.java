package dev.perennial.application.loyalty.wallet;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.WalletNow;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Wallets that somebody watches. Whoever looks through them again and again tells of those whose member has moved, by
 * whichever instance, or for whom another version of the program is in force: one query for many members says which.
 */
public final class WalletWatches {

    /** As many as are looked through without notice. */
    public static final int WATCHES_MAX = 10_000;

    /** As many wallets as are read at once. */
    private static final int SET = 100;

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final TenantTime time;
    private final Wallets wallets;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    public WalletWatches(Storage storage, ProgramCatalog catalog, TenantTime time, Wallets wallets) {
        this.storage = storage;
        this.catalog = catalog;
        this.time = time;
        this.wallets = wallets;
    }

    /** Whoever watches. Told on one thread, so that it should not keep it. */
    public interface Watcher {

        /** Whether it can take another wallet now; what it cannot take is told later, as it is then. */
        boolean isReady();

        /** The wallet may have changed. */
        void changed(WalletNow now);

        /** It is told of nothing any more, because of this. */
        void ended(RuntimeException cause);
    }

    /** What is known of a watched member. */
    private record Stamp(long sequence, int version) {}

    /** One wallet that is watched by one watcher, until it is closed. */
    public final class Watch implements AutoCloseable {

        private final Tenant tenant;
        private final MemberId member;
        private final Watcher watcher;
        private Stamp told = new Stamp(-1, 0);

        private Watch(Tenant tenant, MemberId member, Watcher watcher) {
            this.tenant = tenant;
            this.member = member;
            this.watcher = watcher;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    /**
     * Watches a wallet; the first one is told with the next look.
     *
     * @throws Overloaded when too many are watched, or nobody looks any more
     */
    public Watch watch(Tenant tenant, MemberId member, Watcher watcher) {
        if (ended || watches.size() >= WATCHES_MAX) {
            throw new Overloaded("no more wallets can be watched");
        }
        Watch watch = new Watch(tenant, member, watcher);
        watches.add(watch);
        if (ended) { // by now: whoever ended all of them may have overlooked this one
            watch.close();
            throw new Overloaded("the server is about to stop");
        }
        return watch;
    }

    /** Looks once through all of them. */
    public void look() {
        Map<Tenant, List<Watch>> byTenant = watches.stream()
                .filter(watch -> watch.watcher.isReady())
                .collect(Collectors.groupingBy(watch -> watch.tenant));
        byTenant.forEach(this::look);
    }

    private void look(Tenant tenant, List<Watch> ready) {
        for (int from = 0; from < ready.size(); from += SET) {
            lookAt(tenant, ready.subList(from, Math.min(ready.size(), from + SET)));
        }
    }

    private void lookAt(Tenant tenant, List<Watch> some) {
        Map<MemberId, Stamp> stamps = stamps(tenant, members(some));
        List<Watch> moved = some.stream()
                .filter(watch -> !watch.told.equals(stamps.getOrDefault(watch.member, watch.told)))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        Map<MemberId, WalletNow> now = wallets.list(tenant, members(moved));
        for (Watch watch : moved) {
            WalletNow wallet = now.get(watch.member);
            if (wallet != null) {
                watch.told = stamps.getOrDefault(watch.member, watch.told);
                watch.watcher.changed(wallet);
            }
        }
    }

    private static Set<MemberId> members(List<Watch> some) {
        return some.stream().map(watch -> watch.member).collect(Collectors.toSet());
    }

    private Map<MemberId, Stamp> stamps(Tenant tenant, Set<MemberId> members) {
        return storage.read(tx -> {
            ProgramHistory programs = catalog.in(tx, tenant.id());
            int version = programs.isEmpty()
                    ? 0
                    : programs.at(time.now(tx, tenant.id())).number();
            Map<MemberId, Stamp> stamps = new HashMap<>();
            tx.members()
                    .sequences(tenant.id(), members)
                    .forEach((member, sequence) -> stamps.put(member, new Stamp(sequence, version)));
            return stamps;
        });
    }

    /** Nobody is told of anything any more: the server is about to stop. */
    public void end() {
        ended = true;
        watches.forEach(watch -> {
            watches.remove(watch);
            watch.watcher.ended(new Overloaded("the server is about to stop"));
        });
    }
}
