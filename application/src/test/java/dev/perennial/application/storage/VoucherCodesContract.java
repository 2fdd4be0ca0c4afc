package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.VoucherCodes.Count;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MigrationDecisions;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.Taken;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every {@link VoucherCodes} promises. */
public abstract class VoucherCodesContract extends PortContract {

    private static final ProgramHistory PROGRAM =
            aProgram(aRule("base")).selling(aReward("coffee").made()).alone();
    private static final Taken NOTHING_TAKEN = new Taken(Set.of(), Set.of());

    @Test
    void codesComeInTheOrderOfTheirImport() {
        assertThat(add("spring", "b", "a")).isEqualTo(2);
        assertThat(add("spring", "c")).isEqualTo(1);

        assertThat(next("spring", 2)).containsExactly("b", "a");
        assertThat(next("spring", 9)).containsExactly("b", "a", "c");
        assertThat(next("autumn", 9)).isEmpty();
    }

    @Test
    void whatIsTakenIsNoBodyElses() {
        add("spring", "a", "b", "c");

        in(codes -> {
            codes.take(id(), List.of("a", "c"));
            return null;
        });

        assertThat(next("spring", 9)).containsExactly("b");
        assertThat(count("spring")).isEqualTo(new Count(3, 2));
    }

    @Test
    void whatIsKnownIsLeftOut() {
        add("spring", "a", "b");

        assertThat(add("spring", "b", "c")).isEqualTo(1);
        assertThat(add("autumn", "a", "d")).isEqualTo(1);
        assertThat(next("spring", 9)).containsExactly("a", "b", "c");
        assertThat(next("autumn", 9)).containsExactly("d");
        assertThat(add("autumn")).isZero();
    }

    @Test
    void tellsWhichCodesAreKnown() {
        add("spring", "a", "b");
        add("autumn", "c");

        assertThat(known("a", "c", "d")).containsExactlyInAnyOrder("a", "c");
        assertThat(known()).isEmpty();
    }

    @Test
    void codesAreComparedByteByByte() {
        add("spring", "a");

        assertThat(add("spring", "A", "a ")).isEqualTo(2);
    }

    @Test
    void eachTenantHasItsOwn() {
        add("spring", "a");

        assertThat(ports.storage().<Integer>transact(tx -> tx.codes().add(otherTenant.id(), "spring", List.of("a"))))
                .isEqualTo(1);
        assertThat(count("summer")).isEqualTo(new Count(0, 0));
    }

    @Test
    void aCodeIsOneVouchersAndNoListsIfItWasBroughtAlong() {
        brings("ada", "a");
        assertThatThrownBy(() -> brings("ben", "a")).isInstanceOf(StorageException.CodeTaken.class);
        add("spring", "b");
        assertThatThrownBy(() -> brings("ben", "b")).isInstanceOf(StorageException.CodeTaken.class);
        brings("ben", "c");
        assertThat(add("spring", "a", "c", "d")).isEqualTo(1);
    }

    @Test
    void whoAddsACodeWaitsForWhomeverBringsItAlong() {
        CountDownLatch brought = new CountDownLatch(1);
        CountDownLatch adding = new CountDownLatch(1);
        CompletableFuture<?> first = meanwhile(() -> ports.storage().transact(tx -> {
            brings(tx, "ada", "a");
            brought.countDown();
            await(adding);
            return null;
        }));
        await(brought);
        Attempts attempts = new Attempts(ports.storage(), new Backoff(new Random(1)));
        CompletableFuture<Integer> second = meanwhile(() -> {
            adding.countDown();
            return attempts.transact(tx -> tx.codes().add(id(), "spring", List.of("a", "b")));
        });

        assertThat(second.join()).isEqualTo(1);
        first.join();
        assertThat(next("spring", 9)).containsExactly("b");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Somebody comes from another system with a voucher, and nobody looks whether its code is known. */
    private void brings(String member, String code) {
        ports.storage().transact(tx -> {
            brings(tx, member, code);
            return null;
        });
    }

    private void brings(Transaction tx, String member, String code) {
        RequestKey key = RequestKey.command("bring " + member + code);
        desk.claim(tx, key);
        Brought brought =
                new Brought(day(-9), null, List.of(), List.of(), List.of(new BroughtVoucher(code, "coffee", null)));
        Decision decision = Desk.value(MigrationDecisions.bring(
                PROGRAM, member(member), 100 + member.hashCode() % 50, Profile.EMPTY, brought, NOTHING_TAKEN, day(1)));
        tx.members().save(id(), List.of(Desk.effect(decision, key, Effect.Kind.IMPORT_MEMBER, 1, day(1))));
    }

    private int add(String list, String... codes) {
        return in(port -> port.add(id(), list, List.of(codes)));
    }

    private Set<String> known(String... codes) {
        return in(port -> port.known(id(), List.of(codes)));
    }

    private List<String> next(String list, int howMany) {
        return in(codes -> codes.next(id(), list, howMany));
    }

    private Count count(String list) {
        return in(codes -> codes.count(id(), list));
    }

    private <T> T in(Function<VoucherCodes, T> work) {
        return ports.storage().transact(tx -> work.apply(tx.codes()));
    }
}
