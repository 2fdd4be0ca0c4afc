package dev.perennial.grpc.shared;

import dev.perennial.application.loyalty.transfer.TransferLog;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Transfers that cannot be read. */
record BrokenTransfers(Supplier<RuntimeException> failure) implements TransferLog {

    @Override
    public List<Listed> list(TenantId tenant, MemberId member, long belowPosition, int limit) {
        throw failure.get();
    }

    @Override
    public Optional<Transfer> find(TenantId tenant, MemberId sender, long number) {
        throw failure.get();
    }

    @Override
    public List<Unsettled> unsettled(long abovePosition, int limit) {
        throw failure.get();
    }

    @Override
    public List<Unsettled> unsettledIn(TenantId tenant, long abovePosition, int limit) {
        throw failure.get();
    }
}
