package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import dev.perennial.contract.loyalty.v1.CancelReservationRequest;
import dev.perennial.contract.loyalty.v1.RedeemReservationRequest;
import dev.perennial.contract.loyalty.v1.RedeemReservationResponse;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.loyalty.v1.ReserveRewardResponse;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Run by Maven after packaging: 30 of a limited edition are reserved, fetched and given up by many at once while the
 * server is killed twice. Whoever did not hear asks again.
 */
class KilledServerTest {

    private static final int CUSTOMERS = 90;
    private static final int STOCK = 30;
    private static final int PRICE = 10;

    /** How a call ends of which nobody knows whether it had an effect. */
    private static final Set<Code> UNHEARD = Set.of(Code.UNAVAILABLE, Code.UNKNOWN, Code.CANCELLED, Code.INTERNAL);

    private final Map<String, MessageLite> replies = new ConcurrentHashMap<>();
    private final Semaphore answered = new Semaphore(0);
    private final AtomicInteger unheard = new AtomicInteger();
    private final Running running = new Running();

    @Test
    void whatWasReservedIsNeitherLostNorGivenTwice() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "killed-data-");
        running.become(ServerProcess.on(data));
        Shop shop = running.await(null).shop();
        shop.runs(aProgram(aRule("base").perEuro(1))
                .selling(Catalogue.voucher("edition", PRICE, 0).setStock(STOCK)));
        for (int i = 0; i < CUSTOMERS; i++) {
            shop.enrols("m" + i).adjusts("m" + i, 100, "gift-" + i);
        }

        try (ExecutorService tills = Executors.newFixedThreadPool(8)) {
            List<Future<?>> visits = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                int customer = i;
                visits.add(tills.submit(() -> shops(customer)));
            }
            for (int kill = 0; kill < 2; kill++) {
                answered.acquire(25);
                running.await(null).kill();
                running.become(ServerProcess.on(data));
            }
            for (Future<?> visit : visits) {
                visit.get();
            }
        }

        assertThat(unheard).as("calls that a kill cut short").hasPositiveValue();
        Map<String, MessageLite> first = Map.copyOf(replies);
        for (int i = 0; i < CUSTOMERS; i++) {
            if (first.containsKey("reserve-" + i)) {
                shops(i);
            }
        }
        assertThat(replies).as("repetitions get the same bytes").isEqualTo(first);
        assertThat(kept(first)).as("what is held and what was fetched").isBetween(1L, (long) STOCK);
        assertThat(codes(first)).doesNotHaveDuplicates();
        balancesAreWhatRepliesSay(running.await(null).shop(), first);
        running.await(null).stop();
        ServerProcess.audit(data);
    }

    /** Reserves; one in three then fetches it, one gives it up, and one waits. */
    private void shops(int customer) {
        Optional<ReserveRewardResponse> reserved = ask(
                "reserve-" + customer,
                shop -> shop.rewards.reserveReward(ReserveRewardRequest.newBuilder()
                        .setMemberId("m" + customer)
                        .setRewardId("edition")
                        .setRequestId("reserve-" + customer)
                        .build()));
        long number = reserved.map(reply -> reply.getRedemption().getNumber()).orElse(0L);
        if (number > 0 && customer % 3 == 0) {
            ask(
                    "fetch-" + customer,
                    shop -> shop.redemptions.redeemReservation(RedeemReservationRequest.newBuilder()
                            .setMemberId("m" + customer)
                            .setRedemptionNumber(number)
                            .setRequestId("fetch-" + customer)
                            .build()));
        } else if (number > 0 && customer % 3 == 1) {
            ask(
                    "cancel-" + customer,
                    shop -> shop.redemptions.cancelReservation(CancelReservationRequest.newBuilder()
                            .setMemberId("m" + customer)
                            .setRedemptionNumber(number)
                            .setRequestId("cancel-" + customer)
                            .build()));
        }
    }

    /** Asks until it is answered; empty when that is a refusal. */
    private <R extends MessageLite> Optional<R> ask(String key, Function<Shop, R> call) {
        ServerProcess server = running.await(null);
        while (true) {
            try {
                R reply = call.apply(server.shop());
                MessageLite before = replies.putIfAbsent(key, reply);
                assertThat(before).as("the repetition of " + key).isIn(null, reply);
                answered.release();
                return Optional.of(reply);
            } catch (StatusRuntimeException failure) {
                Code code = failure.getStatus().getCode();
                if (code == Code.FAILED_PRECONDITION) {
                    answered.release();
                    return Optional.empty();
                }
                if (!UNHEARD.contains(code)) {
                    throw failure;
                }
                unheard.incrementAndGet();
                server = running.await(server);
            }
        }
    }

    private static long kept(Map<String, MessageLite> replies) {
        long given = replies.keySet().stream()
                .filter(key -> key.startsWith("cancel-"))
                .count();
        long reserved = replies.keySet().stream()
                .filter(key -> key.startsWith("reserve-"))
                .count();
        return reserved - given;
    }

    private static List<String> codes(Map<String, MessageLite> replies) {
        return replies.entrySet().stream()
                .filter(each -> each.getKey().startsWith("fetch-"))
                .map(each -> ((RedeemReservationResponse) each.getValue())
                        .getRedemption()
                        .getVoucher()
                        .getCode())
                .toList();
    }

    private static void balancesAreWhatRepliesSay(Shop shop, Map<String, MessageLite> replies) {
        for (int i = 0; i < CUSTOMERS; i++) {
            boolean pays = replies.containsKey("reserve-" + i) && !replies.containsKey("cancel-" + i);
            assertThat(shop.points("m" + i).available()).as("m" + i).isEqualTo(pays ? 100 - PRICE : 100);
        }
    }

    /** The server that runs now; while none does, whoever asks waits. */
    private static final class Running {

        private ServerProcess server;

        synchronized void become(ServerProcess next) {
            server = next;
            notifyAll();
        }

        /** Another than the one that did not answer. */
        synchronized ServerProcess await(ServerProcess dead) {
            while (server == dead) {
                try {
                    wait();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
            return server;
        }
    }
}
