package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;

import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * 64 callers redeem two rewards for a thousand members: one of which there is a stock, which is one row for all of them, and one
 * of which there is as much as anybody wants. Not a part of the build: docs/benchmarks.md says how to run it, and what came of it.
 */
class ScarceBenchmark {

    private static final int MEMBERS = 1_000;

    private final AtomicInteger calls = new AtomicInteger();
    private final Shop shop = Platform.newShop()
            .runs(aProgram(aRule("base").perEuro(1))
                    .selling(
                            Catalogue.voucher("scarce", 1, 90).setStock(100_000_000),
                            Catalogue.voucher("plenty", 1, 90)));

    @Test
    void oneStockForAllAgainstNone() {
        for (int member = 0; member < MEMBERS; member++) {
            shop.enrols("m" + member).adjusts("m" + member, 1_000_000, "start-" + member);
        }
        new Race(64, Duration.ofSeconds(4), 5, MEMBERS)
                .run(
                        new Race.Arm("with a stock", member -> redeem(member, "scarce")),
                        new Race.Arm("without", member -> redeem(member, "plenty")));
    }

    private void redeem(int member, String reward) {
        var _ = shop.rewards.redeemReward(RedeemRewardRequest.newBuilder()
                .setMemberId("m" + member)
                .setRewardId(reward)
                .setRequestId("call-" + calls.incrementAndGet())
                .build());
    }
}
