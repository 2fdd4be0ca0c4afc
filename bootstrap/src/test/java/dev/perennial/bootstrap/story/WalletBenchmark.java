package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.loyalty.v1.GetWalletRequest;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * 100,000 members with 50 open lots each; 50 callers ask for wallets over gRPC, and 50 read the same rows by hand over JDBC.
 * Not a part of the build: docs/benchmarks.md says how to run it, and what came of it.
 */
class WalletBenchmark {

    private static final int MEMBERS = 100_000;
    private static final int LOTS = 50;

    private final Shop shop = Platform.newShop()
            .runs(aProgram(aRule("base").perEuro(1).expiringAfter(3_000))
                    .selling(Catalogue.voucher("mug", 60, 90), Catalogue.voucher("shirt", 6_000, 90)))
            .enrols("template");

    @Test
    void walletsAgainstTheirRows() throws SQLException {
        for (int lot = 0; lot < LOTS; lot++) {
            shop.buys("template", "o" + lot, euros(100 + lot)).on(day(0)).told();
        }
        try (WalletRows rows = WalletRows.copied(shop, MEMBERS)) {
            assertThat(shop.wallets
                            .getWallet(request(7))
                            .getWallet()
                            .getUnits(0)
                            .getAvailable())
                    .isEqualTo(shop.points("template").available());

            double ratio = new Race(50, Duration.ofSeconds(5), 5, MEMBERS)
                    .run(
                            new Race.Arm("GetWallet", member -> {
                                var _ = shop.wallets.getWallet(request(member));
                            }),
                            new Race.Arm(
                                    "JDBC",
                                    member -> assertThat(rows.read(member)).isEqualTo(1 + 1 + LOTS)));
            assertThat(ratio).isPositive();
        }
    }

    private static GetWalletRequest request(int member) {
        return GetWalletRequest.newBuilder().setMemberId(WalletRows.id(member)).build();
    }
}
