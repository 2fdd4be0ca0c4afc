package dev.perennial.application.program.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.testing.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;
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
        Seeds.each(3_000, random -> {
            String source = source(random);
            try {
                answer(source);
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("at: " + source, failure);
            }
        });
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

    private static String source(RandomGenerator random) {
        StringBuilder source = new StringBuilder();
        int length = random.nextInt(1, 15);
        for (int i = 0; i < length; i++) {
            source.append(TOKENS.get(random.nextInt(TOKENS.size()))).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return source.toString();
    }
}
