package dev.perennial.application.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link MemberNumbers} promises. */
public abstract class MemberNumbersContract extends PortContract {

    @Test
    void countsFromOneForEachTenant() {
        assertThat(next(3)).containsExactly(1, 2, 3);
        assertThat(ports.memberNumbers().next(otherTenant.id())).isEqualTo(1);
    }

    @Test
    void neverGivesANumberTwice() {
        List<Integer> numbers = IntStream.range(0, 2_500)
                .parallel()
                .mapToObj(i -> ports.memberNumbers().next(id()))
                .toList();

        assertThat(numbers).doesNotHaveDuplicates();
    }

    /** Another instance of the platform over the same storage must not be given the same numbers. */
    @Test
    void neverGivesANumberTwiceToTwoInstances() {
        int ours = ports.memberNumbers().next(id());

        assertThat(ports().memberNumbers().next(id())).isNotEqualTo(ours);
    }

    private List<Integer> next(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ports.memberNumbers().next(id()))
                .toList();
    }
}
