package dev.perennial.application.program.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.program.Facts;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever an author types, there is an answer: a condition that can be asked, or problems with a place. */
class ConditionFuzzTest {

    private static final List<String> TOKENS = List.of(
            ("activity member . . amount lines store attributes exists all filter map has money ( ) ( ) [ ] { } , ? :"
                + " && || ! - + * / % == != < <= > >= in 1 0 -1 2.5 3u 'a' \"coffee\" \"1.5\" b'x' true false null l x"
                + " size matches timestamp duration \n"
                + " \t // ` @ $ \\ é 🌱 activity.amount activity.store activity.lines l.amount 9223372036854775807"
                + " string( int( .exists(l, .all(l, .map(l, .exists_one(l, .a")
                    .split(" "));

    private final CelConditions conditions = new CelConditions();
    private final Facts facts = Sample.purchase();

    @Test
    void every_text_is_either_a_condition_or_has_problems_with_a_place() {
        long seed = Long.getLong("perennial.seed", 7);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3_000; i++) {
            String source = source(random);
            try {
                answer(source);
            } catch (RuntimeException | StackOverflowError | AssertionError failure) {
                throw new AssertionError("-Dperennial.seed=" + seed + " fails at: " + source, failure);
            }
        }
    }

    private void answer(String source) {
        switch (conditions.compile(source, Sample.EUR)) {
            case Compiled.Usable(var condition) ->
                assertThat(condition.test(facts).reason()).doesNotContain("Exception", "dev.cel");
            case Compiled.Broken(var problems) ->
                assertThat(problems)
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.description())
                                .matches("(?s)line [1-9][0-9]*, column [1-9][0-9]*: .+")
                                .doesNotContain("Exception", "dev.cel"));
        }
    }

    private static String source(SplittableRandom random) {
        StringBuilder source = new StringBuilder();
        int length = random.nextInt(1, 15);
        for (int i = 0; i < length; i++) {
            source.append(TOKENS.get(random.nextInt(TOKENS.size()))).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return source.toString();
    }
}
