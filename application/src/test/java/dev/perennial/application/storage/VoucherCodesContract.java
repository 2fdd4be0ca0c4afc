package dev.perennial.application.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.storage.VoucherCodes.Count;
import dev.perennial.application.testing.PortContract;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every {@link VoucherCodes} promises. */
public abstract class VoucherCodesContract extends PortContract {

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
