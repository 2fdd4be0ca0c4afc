package dev.perennial.bootstrap.story;

import dev.perennial.contract.ledger.v1.UnitBalance;
import dev.perennial.contract.loyalty.v1.ChangePoolRoleRequest;
import dev.perennial.contract.loyalty.v1.CreatePoolRequest;
import dev.perennial.contract.loyalty.v1.GetPoolRequest;
import dev.perennial.contract.loyalty.v1.InviteToPoolRequest;
import dev.perennial.contract.loyalty.v1.JoinPoolRequest;
import dev.perennial.contract.loyalty.v1.LeavePoolRequest;
import dev.perennial.contract.loyalty.v1.Pool;
import dev.perennial.contract.loyalty.v1.PoolRole;
import dev.perennial.contract.loyalty.v1.PutIntoPoolRequest;
import dev.perennial.contract.loyalty.v1.TakeFromPoolRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One pool of a shop's, each request under a key of its own. */
record Family(Shop shop, String pool, AtomicInteger keys) {

    static Family in(Shop shop, String pool) {
        return new Family(shop, pool, new AtomicInteger());
    }

    private String key() {
        return pool + "-" + keys.incrementAndGet();
    }

    Pool founds(String owner) {
        return shop.pools
                .createPool(CreatePoolRequest.newBuilder()
                        .setMemberId(owner)
                        .setPoolId(pool)
                        .setRequestId(key())
                        .build())
                .getPool();
    }

    Pool invites(String by, String member, PoolRole role) {
        return shop.pools
                .inviteToPool(InviteToPoolRequest.newBuilder()
                        .setByMemberId(by)
                        .setPoolId(pool)
                        .setMemberId(member)
                        .setRole(role)
                        .setRequestId(key())
                        .build())
                .getPool();
    }

    Pool joins(String member) {
        return shop.pools
                .joinPool(JoinPoolRequest.newBuilder()
                        .setMemberId(member)
                        .setPoolId(pool)
                        .setRequestId(key())
                        .build())
                .getPool();
    }

    /** Is invited by the other one and joins. */
    Pool welcomes(String by, String member, PoolRole role) {
        invites(by, member, role);
        return joins(member);
    }

    Pool leaves(String member, String by) {
        return shop.pools
                .leavePool(LeavePoolRequest.newBuilder()
                        .setMemberId(member)
                        .setPoolId(pool)
                        .setByMemberId(by)
                        .setRequestId(key())
                        .build())
                .getPool();
    }

    Pool makes(String by, String member, PoolRole role) {
        return shop.pools
                .changePoolRole(ChangePoolRoleRequest.newBuilder()
                        .setByMemberId(by)
                        .setPoolId(pool)
                        .setMemberId(member)
                        .setRole(role)
                        .setRequestId(key())
                        .build())
                .getPool();
    }

    PutIntoPoolRequest putting(String member, long amount, String requestId) {
        return PutIntoPoolRequest.newBuilder()
                .setMemberId(member)
                .setPoolId(pool)
                .setUnit("points")
                .setAmount(amount)
                .setRequestId(requestId)
                .build();
    }

    Pool puts(String member, long amount) {
        return shop.pools.putIntoPool(putting(member, amount, key())).getPool();
    }

    Pool takes(String member, long amount) {
        return shop.pools
                .takeFromPool(TakeFromPoolRequest.newBuilder()
                        .setMemberId(member)
                        .setPoolId(pool)
                        .setUnit("points")
                        .setAmount(amount)
                        .setRequestId(key())
                        .build())
                .getPool();
    }

    Pool seenBy(String member) {
        return shop.pools
                .getPool(GetPoolRequest.newBuilder()
                        .setMemberId(member)
                        .setPoolId(pool)
                        .build())
                .getPool();
    }

    /** The points that it holds, as the member sees them. */
    long points(String member) {
        return seenBy(member).getBalancesList().stream()
                .filter(balance -> balance.getUnit().equals("points"))
                .mapToLong(UnitBalance::getAvailable)
                .sum();
    }

    static List<String> places(Pool pool) {
        return pool.getPlacesList().stream()
                .map(place -> place.getMemberId() + " " + place.getRole().name().replace("POOL_ROLE_", "") + " "
                        + place.getState().name().replace("POOL_PLACE_STATE_", ""))
                .toList();
    }
}
