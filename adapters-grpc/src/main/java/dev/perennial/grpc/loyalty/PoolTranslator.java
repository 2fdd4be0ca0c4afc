package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.pool.PoolReport;
import dev.perennial.contract.loyalty.v1.Pool;
import dev.perennial.contract.loyalty.v1.PoolPlace;
import dev.perennial.contract.loyalty.v1.PoolPlaceState;
import dev.perennial.contract.loyalty.v1.PoolRole;
import dev.perennial.contract.loyalty.v1.WalletPool;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.pool.PoolNow;
import dev.perennial.grpc.ledger.LedgerTranslator;
import dev.perennial.grpc.shared.Times;

/** Pools as the contract tells them. */
final class PoolTranslator {

    private PoolTranslator() {}

    static Pool pool(PoolReport report) {
        return Pool.newBuilder()
                .setPoolId(report.roster().pool())
                .addAllPlaces(report.roster().places().stream()
                        .map(PoolTranslator::place)
                        .toList())
                .addAllBalances(LedgerTranslator.balances(report.wallet()))
                .build();
    }

    /** As the member's own screen shows it. */
    static WalletPool ofWallet(PoolNow now) {
        PoolPlace place = place(now.place());
        return WalletPool.newBuilder()
                .setPoolId(now.place().pool())
                .setRole(place.getRole())
                .setState(place.getState())
                .setSince(place.getSince())
                .addAllBalances(LedgerTranslator.balances(now.wallet()))
                .build();
    }

    private static PoolPlace place(Place place) {
        return PoolPlace.newBuilder()
                .setMemberId(place.member().id().value())
                .setRole(PoolRole.valueOf("POOL_ROLE_" + place.role().name()))
                .setState(PoolPlaceState.valueOf(
                        "POOL_PLACE_STATE_" + place.state().name()))
                .setSince(Times.toProto(place.since()))
                .build();
    }

    /** What is sent is one of these: the edge refuses everything else. */
    static dev.perennial.domain.loyalty.pool.PoolRole role(PoolRole role) {
        return dev.perennial.domain.loyalty.pool.PoolRole.valueOf(role.name().substring("POOL_ROLE_".length()));
    }
}
