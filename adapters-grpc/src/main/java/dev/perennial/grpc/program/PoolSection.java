package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.UnitPool;
import dev.perennial.domain.program.PoolDocument;

/** What families may save together, both ways. */
final class PoolSection {

    private PoolSection() {}

    static PoolDocument read(UnitPool proto) {
        return new PoolDocument(
                proto.getUnitsList(),
                proto.getMaxMembers(),
                ProgramWords.POOL_SPENDING.toDomain(proto.getSpending()),
                proto.getCoolingOffDays());
    }

    static UnitPool write(PoolDocument pool) {
        return UnitPool.newBuilder()
                .addAllUnits(pool.units())
                .setMaxMembers(pool.maxMembers())
                .setSpending(ProgramWords.POOL_SPENDING.toProto(pool.spending()))
                .setCoolingOffDays(pool.coolingOffDays())
                .build();
    }
}
