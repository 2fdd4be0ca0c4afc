package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.ATiersProgram.calendarYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.level;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.rollingDays;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels that are matched, for 30 days and for 20 more if enough was earned; a day counts in the rolling window. */
class MatchesTest {

    private static final ATiersProgram PROGRAM = rollingDays(1).with(level("silver", 100), level("gold", 301));

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        PERCENT | LIFE                                             | LEVELS
        0       | gold@26-05 301@26-05-10 ..26-08                  | 26-05 gold, 26-05-31 none
        50      | gold@26-05 ..26-08                               | 26-05 gold, 26-05-31 none
        50      | gold@26-05 60@26-05-10 90@26-05-20 ..26-08       | 26-05 gold, 26-05-31 none
        50      | gold@26-05 60@26-05-10 91@26-05-20 ..26-08       | 26-05 gold, 26-06-20 none
        50      | 99@26-04-30 gold@26-05 99@26-05-10 ..26-08       | 26-05 gold, 26-05-31 none
        50      | gold@26-05 151@26-05-10 200@26-06-10 ..26-08     | 26-05 gold, 26-06-20 none
        50      | gold@26-05 151@26-05-10 -1@26-05-10/26-05-12 ..26-08 | 26-05 gold, 26-05-31 none
        50      | gold@26-05 151@26-05-10 -1@26-05-10/26-06-05 ..26-08 | 26-05 gold, 26-06-20 none
        0       | silver@26-05 gold@26-05-10 ..26-08               | 26-05 silver, 26-05-10 gold, 26-06-09 none
        0       | gold@26-05 silver@26-05-10 ..26-08               | 26-05 gold, 26-05-31 silver, 26-06-09 none
        0       | unheard@26-05 ..26-08                            | ''
        """)
    void lastForTheirTime(int percent, String life, String levels) {
        assertThat(Life.under(PROGRAM.matching(30, percent, 20)).lives(life).levels())
                .isEqualTo(levels);
    }

    @Test
    void areNothingWhereTheProgramHasNone() {
        assertThat(Life.under(PROGRAM).lives("gold@26-05").standing()).isEqualTo(Standing.NEW);
    }

    @Test
    void ofManyTheLeastAreForgotten() {
        Life life = Life.under(calendarYears().matching(400, 0, 0)).lives("gold@26-05");
        for (int i = 0; i < 30; i++) {
            life.lives("silver@26-05-02");
        }
        assertThat(life.standing().matches()).hasSize(Standing.MATCHES_MAX);
        assertThat(life.standing().matches().getFirst().level()).isEqualTo("gold");
    }
}
