package dev.perennial.bootstrap.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.ledger.v1.Cause;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.ledger.v1.Trigger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTextTest {

    @Test
    void a_cause_says_when_its_activities_happened_as_far_as_that_is_known() {
        assertThat(cause(Trigger.TRIGGER_ACTIVITY, 3, 3)).isEqualTo("rule welcome, activity 3 of day 3");
        assertThat(cause(Trigger.TRIGGER_ACTIVITY, 9, 3)).isEqualTo("rule welcome, activity 9 for activity 3 of day 3");
    }

    @Test
    void the_number_of_a_lot_is_not_taken_for_that_of_an_activity() {
        assertThat(cause(Trigger.TRIGGER_DUE, 3, 3)).isEqualTo("rule welcome, its time came for activity 3 of day 3");
    }

    private static String cause(Trigger trigger, long number, long activity) {
        Cause cause = Cause.newBuilder()
                .setTrigger(trigger)
                .setNumber(number)
                .setActivityNumber(activity)
                .setRule("welcome")
                .build();
        return EntryText.cause(
                Entry.newBuilder().setCause(cause).build(), of -> of == 3 ? Optional.of("day 3") : Optional.empty());
    }
}
