package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenants;
import dev.perennial.bootstrap.server.RunningServer;
import dev.perennial.bootstrap.server.ServerOptions;
import dev.perennial.contract.activity.v1.RecordActivityResponse;
import dev.perennial.contract.loyalty.v1.Transfer;
import dev.perennial.contract.loyalty.v1.TransferState;
import dev.perennial.persistence.audit.Finding;
import dev.perennial.persistence.audit.LedgerAudit;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A platform that is stopped and started again on the same folder goes on as if nothing had been. */
class RecoveryStoryTest {

    private final MovableClock clock = new MovableClock(Platform.START);

    @Test
    void aRestartKeepsEverythingAndWhatBecameDueMeanwhileHappens() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "recovery-data-");
        String key;
        Reply<RecordActivityResponse> first;
        try (RunningServer server = RunningServer.start(ServerOptions.onFreePorts(data), clock)) {
            ManagedChannel connection = Platform.connection(server);
            Shop shop = new Shop("demo", connection, server.apiKey());
            assertThat(server.isKeyNew()).isTrue();
            key = server.apiKey();
            shop.runs(aProgram(aRule("base").perEuro(1).pendingFor(14))).enrols("alice");
            first = purchase(shop).reply();
            shop.adjusts("alice", 5, "a1");
            assertThat(shop.points("alice")).isEqualTo(new Points(5, 50, 0));
            connection.shutdownNow();
        }

        clock.set(day(14));
        try (RunningServer server = RunningServer.start(ServerOptions.onFreePorts(data), clock)) {
            ManagedChannel connection = Platform.connection(server);
            Shop shop = new Shop("demo", connection, server.apiKey());
            assertThat(server.isKeyNew()).isFalse();
            assertThat(server.apiKey()).isEqualTo(key);
            assertThat(Files.readString(server.apiKeyFile()).strip()).isEqualTo(key);
            assertThat(shop.points("alice")).isEqualTo(new Points(55, 0, 0));
            Reply<RecordActivityResponse> again = purchase(shop).reply();
            assertThat(again.replayed()).isTrue();
            assertThat(again.bytes()).isEqualTo(first.bytes());
            assertThat(shop.points("alice")).isEqualTo(new Points(55, 0, 0));
            connection.shutdownNow();
        }
    }

    @Test
    void aSandboxKeepsItsClockAndTheRestOfItsLife() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "recovery-data-");
        try (RunningServer server = RunningServer.start(ServerOptions.onFreePorts(data), clock)) {
            server.part(Tenants.class).addSandbox("tests", new Secret(new byte[32]), "key-of-tests", Platform.START);
            ManagedChannel connection = Platform.connection(server);
            Shop shop = new Shop("tests", connection, "key-of-tests");
            shop.runs(aProgram(aRule("base").perEuro(1).pendingFor(14).expiringAfter(100)))
                    .enrols("alice");
            purchase(shop).told();
            shop.advances(day(14));
            assertThat(shop.points("alice")).isEqualTo(new Points(50, 0, 0));
            connection.shutdownNow();
        }

        clock.set(day(5_000));
        try (RunningServer server = RunningServer.start(ServerOptions.onFreePorts(data), clock)) {
            ManagedChannel connection = Platform.connection(server);
            Shop shop = new Shop("tests", connection, "key-of-tests");
            assertThat(shop.points("alice")).as("its own clock stood still").isEqualTo(new Points(50, 0, 0));
            assertThat(shop.advances(day(99)).getMembersAdvanced()).isZero();
            assertThat(shop.advances(day(100)).getMembersAdvanced()).isEqualTo(1);
            assertThat(shop.points("alice")).isEqualTo(Points.NONE);
            connection.shutdownNow();
        }
    }

    /** Somebody holds the receiver while the platform stops, so what was sent cannot come in before that. */
    @Test
    void whatIsOnItsWayWhenThePlatformStopsArrivesOnceAfterwards() throws IOException, SQLException {
        Path data = Files.createTempDirectory(Path.of("target"), "recovery-data-");
        try (RunningServer server = RunningServer.start(ServerOptions.onFreePorts(data), clock)) {
            ManagedChannel connection = Platform.connection(server);
            Shop shop = new Shop("demo", connection, server.apiKey());
            shop.runs(aProgram(aRule("base").perEuro(1)).sending(Sending.points()));
            shop.enrols("alice").enrols("bob");
            purchase(shop).told();
            Connection holding = server.part(DataSource.class).getConnection();
            holding.setAutoCommit(false);
            try (Statement statement = holding.createStatement()) {
                statement.execute("select * from member where member_id = 'bob' for update");
            }
            new Sending(shop).sends("alice", "bob", 30, "t1");
            assertThat(states(shop)).containsExactly(TransferState.TRANSFER_STATE_SENT);
            assertThat(shop.points("alice")).isEqualTo(new Points(20, 0, 0));
            connection.shutdownNow();
        }

        clock.set(day(1));
        try (RunningServer server = RunningServer.start(ServerOptions.onFreePorts(data), clock)) {
            ManagedChannel connection = Platform.connection(server);
            Shop shop = new Shop("demo", connection, server.apiKey());
            server.part(TransferDeliveries.class).settleAll(); // besides the loop that does so anyway
            assertThat(states(shop)).containsExactly(TransferState.TRANSFER_STATE_RECEIVED);
            assertThat(new Sending(shop).of("alice").getFirst().getSettledAt().getSeconds())
                    .as("it was on its way until then")
                    .isEqualTo(day(1).getEpochSecond());
            assertThat(shop.points("alice")).isEqualTo(new Points(20, 0, 0));
            assertThat(shop.points("bob")).isEqualTo(new Points(30, 0, 0));
            try (Connection auditing = server.part(DataSource.class).getConnection()) {
                assertThat(LedgerAudit.run(auditing, finding -> {})).allMatch(Finding::clean);
            }
            connection.shutdownNow();
        }
    }

    private static List<TransferState> states(Shop shop) {
        return new Sending(shop).of("alice").stream().map(Transfer::getState).toList();
    }

    private static Fact purchase(Shop shop) {
        return shop.buys("alice", "o1", euros(50)).on(day(0));
    }
}
