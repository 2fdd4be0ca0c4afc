package dev.perennial.domain.loyalty.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.community.Ranking.Ranked;
import dev.perennial.domain.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void whoHasTheSameHasTheSameRankAndTheNextCountsAllBeforeIt() {
        assertThat(ranks(List.of(9L, 7L, 7L, 3L), 0, 0)).containsExactly(1L, 2L, 2L, 4L);
        assertThat(ranks(List.of(5L, 5L, 5L), 0, 0)).containsExactly(1L, 1L, 1L);
        assertThat(ranks(List.of(), 0, 0)).isEmpty();
    }

    @Test
    void aPartThatBeginsAmongEqualsKeepsTheirRank() {
        assertThat(ranks(List.of(7L, 3L), 2, 1)).containsExactly(2L, 4L);
    }

    @Test
    void partsRankAsTheWholeDoes() {
        Seeds.each(500, random -> {
            List<Long> scores = new ArrayList<>();
            random.longs(random.nextInt(1, 30), 0, 8).forEach(scores::add);
            scores.sort(Comparator.reverseOrder());
            int cut = random.nextInt(scores.size());
            long ahead =
                    scores.stream().filter(score -> score > scores.get(cut)).count();
            assertThat(ranks(scores.subList(cut, scores.size()), cut, ahead))
                    .isEqualTo(ranks(scores, 0, 0).subList(cut, scores.size()));
            assertThat(ranks(scores, 0, 0))
                    .isEqualTo(scores.stream()
                            .map(score -> 1
                                    + scores.stream()
                                            .filter(other -> other > score)
                                            .count())
                            .toList());
        });
    }

    private static List<Long> ranks(List<Long> scores, long before, long ahead) {
        return Ranking.of(scores, Long::longValue, before, ahead).stream()
                .map(Ranked::rank)
                .toList();
    }
}
