package dev.perennial.grpc.shared;

import dev.perennial.application.activity.ActivityLog;
import dev.perennial.application.insight.PurchasePeriods;
import dev.perennial.application.ledger.Statements;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ports that fail at every use: a request that gets another answer has not touched storage. */
final class BrokenPorts implements Storage {

    private final Supplier<RuntimeException> failure;

    BrokenPorts(Supplier<RuntimeException> failure) {
        this.failure = failure;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        throw failure.get();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        throw failure.get();
    }

    ActivityLog activityLog() {
        return (tenant, member, belowNumber, limit) -> {
            throw failure.get();
        };
    }

    Statements statements() {
        return (tenant, member, unit, belowNumber, limit) -> {
            throw failure.get();
        };
    }

    PurchasePeriods purchasePeriods() {
        return (PurchasePeriods) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PurchasePeriods.class}, (proxy, method, arguments) -> {
                    throw failure.get();
                });
    }
}
