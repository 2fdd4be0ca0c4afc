package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.testing.ARaffle;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.loyalty.raffle.Commitment;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.program.RaffleDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Raffles} promises. */
public abstract class RafflesContract extends PortContract {

    private static final RaffleDocument TERMS =
            new RaffleDocument("spring", "Spring “★”", "points", day(10), 3, "the numbers of 7 March");

    private ARaffle raffle;

    @BeforeEach
    void announce() {
        raffle = new ARaffle(ports, id(), TERMS).announced(day(1));
    }

    @Test
    void commitsToASeedThatItKeeps() {
        Commitment commitment = raffle.find().commitment();
        Raffles.Secrets secrets = raffle.read(tx -> tx.raffles().secrets(id(), "spring"));

        assertThat(commitment.announcedAt()).isEqualTo(day(1));
        assertThat(commitment.hash()).isEqualTo(Hash.sha256(secrets.seed().bytes()));
        assertThat(secrets.seed().bytes())
                .hasSize(32)
                .isNotEqualTo(secrets.salt().bytes());
        assertThat(secrets.salt().bytes()).hasSize(32);
    }

    @Test
    void keepsTheSecretsOfARaffleThatIsAnnouncedAgain() {
        Raffle before = raffle.find();
        raffle.transact(tx -> {
            tx.raffles().announce(id(), Set.of("autumn", "spring"), day(2));
            return null;
        });

        assertThat(raffle.find()).isEqualTo(before);
        Commitment other = raffle.read(
                tx -> tx.raffles().find(id(), "autumn").orElseThrow().commitment());
        assertThat(other.number()).isNotEqualTo(before.commitment().number());
        assertThat(other.hash()).isNotEqualTo(before.commitment().hash());
    }

    @Test
    void knowsNoRaffleOfAnotherTenant() {
        assertThat(raffle.<Object>read(tx -> tx.raffles().find(otherTenant.id(), "spring")))
                .asString()
                .contains("empty");
        ARaffle theirs = new ARaffle(ports, otherTenant.id(), TERMS).announced(day(1));
        assertThat(theirs.find().commitment().hash())
                .isNotEqualTo(raffle.find().commitment().hash());
    }

    @Test
    void tellsHowFarItIs() {
        assertThat(raffle.find()).isInstanceOf(Raffle.Open.class);
        Raffle.Closing closing = raffle.closing();
        assertThat(raffle.find()).isEqualTo(closing);

        Raffle.Closing further = closing.read(500, 712).readAll();
        raffle.transact(tx -> {
            tx.raffles().save(id(), further);
            return null;
        });
        assertThat(raffle.find()).isEqualTo(further);

        Raffle.Closed closed = further.done(ARaffle.ROOT, day(11));
        close(closed);
        assertThat(raffle.find()).isEqualTo(closed);

        Raffle.Drawn drawn = drawn(closed);
        draw(drawn, List.of());
        assertThat(raffle.find()).isEqualTo(drawn);
    }

    @Test
    void keepsBothReplies() {
        Raffle.Closed closed = raffle.closing().done(ARaffle.ROOT, day(11));
        close(closed);
        draw(drawn(closed), List.of());

        assertThat(earlier("close").reply()).isEqualTo(Desk.replyTo(RequestKey.command("close")));
        assertThat(earlier("draw").reply()).isEqualTo(Desk.replyTo(RequestKey.command("draw")));
    }

    private Requests.Earlier earlier(String requestId) {
        RequestKey key = RequestKey.command(requestId);
        return raffle.transact(tx -> tx.requests().claim(id(), Map.of(key, desk.fingerprint(requestId))))
                .get(key);
    }

    @Test
    void isChangedByOneTransactionAtATime() {
        CountDownLatch locked = new CountDownLatch(1);
        Raffle.Closing closing = raffle.closing();
        CompletableFuture<Raffle> second = meanwhile(() -> {
            await(locked);
            return raffle.transact(tx -> tx.raffles().lock(id(), "spring").orElseThrow());
        });
        Raffle.Closing further = closing.read(1, 1);
        raffle.transact(tx -> {
            assertThat(tx.raffles().lock(id(), "spring")).contains(closing);
            locked.countDown();
            tx.raffles().save(id(), further);
            return null;
        });

        assertThat(second.join()).isEqualTo(further);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Raffle.Drawn drawn(Raffle.Closed closed) {
        Hash seed = Hash.of(
                raffle.read(tx -> tx.raffles().secrets(id(), "spring")).seed().bytes());
        return new Raffle.Drawn(closed, seed, "7, 13, 21", START);
    }

    private void close(Raffle.Closed closed) {
        raffle.transact(tx -> {
            RequestKey key = RequestKey.command("close");
            desk.claim(tx, key);
            tx.raffles().close(id(), closed, key, Desk.replyTo(key));
            return null;
        });
    }

    private void draw(Raffle.Drawn drawn, List<Place> places) {
        raffle.transact(tx -> {
            RequestKey key = RequestKey.command("draw");
            desk.claim(tx, key);
            tx.raffles().draw(id(), drawn, places, key, Desk.replyTo(key));
            return null;
        });
    }
}
