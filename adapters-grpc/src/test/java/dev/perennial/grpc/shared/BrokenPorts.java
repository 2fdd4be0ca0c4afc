package dev.perennial.grpc.shared;

import dev.perennial.application.insight.PurchasePeriods;
import dev.perennial.application.ledger.books.LedgerBooks;
import dev.perennial.application.ledger.books.Moment;
import dev.perennial.application.ledger.flow.Day;
import dev.perennial.application.ledger.flow.Days;
import dev.perennial.application.ledger.flow.UnitFlow;
import dev.perennial.application.ledger.flow.UnitFlows;
import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.application.loyalty.LedgerPast;
import dev.perennial.application.loyalty.community.DueClubs;
import dev.perennial.application.loyalty.reward.RedemptionLog;
import dev.perennial.application.loyalty.reward.VoucherKeys;
import dev.perennial.application.shared.Tenants;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.books.BookFlow;
import dev.perennial.domain.ledger.books.LotBalance;
import dev.perennial.domain.ledger.books.VintageFlow;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ports that know their tenants and fail at every other use: a request that gets another answer has not touched
 * storage.
 */
final class BrokenPorts {

    private BrokenPorts() {}

    static Ports failing(Supplier<RuntimeException> failure) {
        Tenants tenants = Ports.inMemory().tenants();
        return new Ports(
                new BrokenStorage(failure),
                tenants,
                tenant -> 1,
                new BrokenDueMembers(failure),
                new BrokenDueClubs(failure),
                (tenant, member, belowNumber, limit) -> {
                    throw failure.get();
                },
                (tenant, member, unit, belowNumber, limit) -> {
                    throw failure.get();
                },
                (tenant, member, belowSequence, limit) -> {
                    throw failure.get();
                },
                new BrokenRedemptions(failure),
                new BrokenKeys(failure),
                new BrokenTransfers(failure),
                new BrokenProposals(failure),
                new BrokenBulkApprovals(failure),
                new BrokenPast(failure),
                new BrokenPeriods(failure),
                new BrokenFlows(failure),
                new BrokenBooks(failure));
    }

    private record BrokenRedemptions(Supplier<RuntimeException> failure) implements RedemptionLog {

        @Override
        public List<Redemption> list(TenantId tenant, MemberId member, long belowNumber, int limit) {
            throw failure.get();
        }

        @Override
        public Optional<Redemption> find(TenantId tenant, MemberId member, long number) {
            throw failure.get();
        }

        @Override
        public Optional<Redemption> order(TenantId tenant, MemberId member, String orderId) {
            throw failure.get();
        }

        @Override
        public Optional<Holder> holder(TenantId tenant, String code) {
            throw failure.get();
        }
    }

    private record BrokenKeys(Supplier<RuntimeException> failure) implements VoucherKeys {

        @Override
        public Optional<KeyPair> find(TenantId tenant) {
            throw failure.get();
        }

        @Override
        public KeyPair ensure(TenantId tenant, Supplier<KeyPair> fresh) {
            throw failure.get();
        }
    }

    private record BrokenFlows(Supplier<RuntimeException> failure) implements UnitFlows {

        @Override
        public Optional<Instant> firstUnsummed(TenantId tenant) {
            throw failure.get();
        }

        @Override
        public void sum(TenantId tenant, Day day) {
            throw failure.get();
        }

        @Override
        public List<UnitFlow> during(TenantId tenant, Set<UnitId> units, Days days) {
            throw failure.get();
        }

        @Override
        public List<UnitFlow> of(TenantId tenant, MemberId member, Set<UnitId> units) {
            throw failure.get();
        }
    }

    private record BrokenBooks(Supplier<RuntimeException> failure) implements LedgerBooks {

        @Override
        public List<LotBalance> balances(TenantId tenant, Set<UnitId> units, Moment at) {
            throw failure.get();
        }

        @Override
        public Map<UnitId, Balance> balances(TenantId tenant, MemberId member, long lastEntry, Moment at) {
            throw failure.get();
        }

        @Override
        public List<BookFlow> flows(TenantId tenant, Set<UnitId> units, List<Instant> boundaries) {
            throw failure.get();
        }

        @Override
        public List<VintageFlow> vintages(TenantId tenant, Set<UnitId> units, List<Instant> boundaries) {
            throw failure.get();
        }
    }

    private record BrokenStorage(Supplier<RuntimeException> failure) implements Storage {

        @Override
        public <T> T transact(Function<Transaction, T> work) {
            throw failure.get();
        }

        @Override
        public <T> T read(Function<Transaction, T> work) {
            throw failure.get();
        }
    }

    private record BrokenDueClubs(Supplier<RuntimeException> failure) implements DueClubs {

        @Override
        public List<DueClub> due(int limit) {
            throw failure.get();
        }

        @Override
        public List<DueClub> dueIn(TenantId tenant, int limit) {
            throw failure.get();
        }
    }

    private record BrokenPast(Supplier<RuntimeException> failure) implements LedgerPast {

        @Override
        public Optional<Lot> lot(TenantId tenant, MemberId member, int number) {
            throw failure.get();
        }

        @Override
        public List<Entry> ofLot(TenantId tenant, MemberId member, int lot) {
            throw failure.get();
        }

        @Override
        public List<Entry> ofActivity(TenantId tenant, MemberId member, long activity) {
            throw failure.get();
        }
    }

    private record BrokenDueMembers(Supplier<RuntimeException> failure) implements DueMembers {

        @Override
        public List<DueMember> due(Instant now, @Nullable DueMember after, int limit) {
            throw failure.get();
        }

        @Override
        public List<DueMember> dueIn(TenantId sandbox, Instant until, int limit) {
            throw failure.get();
        }
    }

    private record BrokenPeriods(Supplier<RuntimeException> failure) implements PurchasePeriods {

        @Override
        public Optional<Span> span(TenantId tenant) {
            throw failure.get();
        }

        @Override
        public List<Cell> cohorts(TenantId tenant, List<Instant> boundaries) {
            throw failure.get();
        }

        @Override
        public List<Counts> counts(TenantId tenant, List<Instant> boundaries) {
            throw failure.get();
        }
    }
}
