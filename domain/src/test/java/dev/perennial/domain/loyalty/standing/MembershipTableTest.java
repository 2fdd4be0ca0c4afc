package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.ATiersProgram.calendarYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.program.PlanDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state with every event. */
class MembershipTableTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        FROM       | TRIAL_STARTED | PAID   | CANCELLED_AT_PERIOD_END | CANCELLED_NOW | PERIOD_OVER | GRACE_OVER
        NONE       | TRIAL         | ACTIVE | -                       | -             | -           | -
        TRIAL      | -             | ACTIVE | CANCELLING              | ENDED         | ENDED       | -
        ACTIVE     | -             | ACTIVE | CANCELLING              | ENDED         | GRACE       | -
        CANCELLING | -             | ACTIVE | -                       | ENDED         | ENDED       | -
        GRACE      | -             | ACTIVE | ENDED                   | ENDED         | -           | ENDED
        ENDED      | -             | ACTIVE | -                       | -             | -           | -
        """)
    void aPlanWithTrialAndGrace(
            MembershipState from, String tried, String paid, String atEnd, String atOnce, String over, String late) {
        assertRow(Optional.of(plan("club", 1, 14, 5, "")), from, tried, paid, atEnd, atOnce, over, late);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        FROM       | TRIAL_STARTED | PAID   | CANCELLED_AT_PERIOD_END | CANCELLED_NOW | PERIOD_OVER | GRACE_OVER
        NONE       | -             | ACTIVE | -                       | -             | -           | -
        TRIAL      | -             | ACTIVE | CANCELLING              | ENDED         | ENDED       | -
        ACTIVE     | -             | ACTIVE | CANCELLING              | ENDED         | ENDED       | -
        CANCELLING | -             | ACTIVE | -                       | ENDED         | ENDED       | -
        GRACE      | -             | ACTIVE | ENDED                   | ENDED         | -           | ENDED
        ENDED      | -             | ACTIVE | -                       | -             | -           | -
        """)
    void aPlanWithoutTrialAndGrace(
            MembershipState from, String tried, String paid, String atEnd, String atOnce, String over, String late) {
        assertRow(Optional.of(plan("club", 1, 0, 0, "")), from, tried, paid, atEnd, atOnce, over, late);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        FROM       | TRIAL_STARTED | PAID | CANCELLED_AT_PERIOD_END | CANCELLED_NOW | PERIOD_OVER | GRACE_OVER
        NONE       | -             | -    | -                       | -             | -           | -
        TRIAL      | -             | -    | CANCELLING              | ENDED         | ENDED       | -
        ACTIVE     | -             | -    | CANCELLING              | ENDED         | ENDED       | -
        CANCELLING | -             | -    | -                       | ENDED         | ENDED       | -
        GRACE      | -             | -    | ENDED                   | ENDED         | -           | ENDED
        ENDED      | -             | -    | -                       | -             | -           | -
        """)
    void aPlanThatIsNotSoldAnyMore(
            MembershipState from, String tried, String paid, String atEnd, String atOnce, String over, String late) {
        assertRow(Optional.empty(), from, tried, paid, atEnd, atOnce, over, late);
    }

    private static void assertRow(Optional<PlanDocument> plan, MembershipState from, String... expected) {
        List<String> actual = Stream.of(MembershipEvent.values())
                .map(event -> named(MembershipTable.next(from, event, plan)))
                .toList();
        assertThat(actual).containsExactly(expected);
    }

    private static String named(Optional<MembershipState> state) {
        return state.map(Enum::name).orElse("-");
    }

    @ParameterizedTest
    @CsvSource({"TRIAL,TRIAL", "PAYMENT,ACTIVE", "CANCELLATION,-"})
    void saysBeforehandWhatAFactWouldDo(String kind, String to) {
        MembershipFact fact = switch (kind) {
            case "TRIAL" -> new MembershipFact.Trial("club");
            case "PAYMENT" -> new MembershipFact.Payment("club");
            default -> new MembershipFact.Cancellation("club", false);
        };
        Life life = Life.under(calendarYears().selling(plan("club", 1, 14, 5, "")));
        Instant now = Life.berlin("2026-01-01T00:00");
        assertThat(named(life.standing().allows(life.programs(), fact, now))).isEqualTo(to);
    }
}
