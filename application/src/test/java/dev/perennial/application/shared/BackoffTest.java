package dev.perennial.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(1));

    @Test
    void pausesGetLongerUpToALimit() {
        assertThat(pauses(1)).allMatch(nanos -> nanos > 1_500_000 && nanos <= 3_000_000);
        assertThat(pauses(2)).allMatch(nanos -> nanos > 3_000_000 && nanos <= 6_000_000);
        assertThat(pauses(1_000)).allMatch(nanos -> nanos > 50_000_000 && nanos <= 100_000_000);
    }

    @Test
    void chanceKeepsThoseApartWhoLostToEachOther() {
        assertThat(pauses(3).distinct().count()).isGreaterThan(90);
    }

    private LongStream pauses(int failures) {
        return LongStream.range(0, 100).map(i -> backoff.nanos(failures));
    }
}
