package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.server.RunningServer;
import dev.perennial.bootstrap.server.ServerOptions;
import dev.perennial.contract.loyalty.v1.WatchWalletRequest;
import dev.perennial.contract.loyalty.v1.WatchWalletResponse;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** A stream that has no end of its own is ended by a platform that stops, and not cut off. */
class WatchingStoryTest {

    @Test
    void whoWatchesIsSentAwayWhenThePlatformStops() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "watching-data-");
        RunningServer server = RunningServer.start(ServerOptions.onFreePorts(data), new MovableClock(Platform.START));
        ManagedChannel connection = Platform.connection(server);
        Shop shop = new Shop("demo", connection, server.apiKey());
        shop.runs(aProgram(aRule("base").perEuro(1))).enrols("alice");
        Iterator<WatchWalletResponse> wallets = shop.wallets
                .withDeadlineAfter(Duration.ofMinutes(2))
                .watchWallet(
                        WatchWalletRequest.newBuilder().setMemberId("alice").build());
        assertThat(wallets.next().getWallet().getMemberId()).isEqualTo("alice");

        server.close();

        assertThat(Reply.refusalOf(wallets::next)).isEqualTo("UNAVAILABLE OVERLOADED");
        connection.shutdownNow();
    }
}
