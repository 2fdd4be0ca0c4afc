package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Moments.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.StandingDocument;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.TieredPrograms;
import dev.perennial.domain.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody can ask for, and when it is refused because it would change nothing. */
class OwnFactTest {

    private final World world = World.under(TieredPrograms.calendarYears());

    @Test
    void aMatchGrantsItsLevelAndCanBeHadOnceAtATime() {
        assertThat(ask(matching("m1", "silver"), 1)).isEqualTo("accepted");
        assertThat(world.standing(day(1)).standing().level()).isEqualTo("silver");
        assertThat(ask(matching("m2", "silver"), 2)).isEqualTo("STATUS_MATCH_HELD");
        assertThat(ask(matching("m3", "gold"), 3)).isEqualTo("accepted");
        assertThat(ask(matching("m4", "silver"), 4)).isEqualTo("STATUS_MATCH_HELD");
        assertThat(ask(matching("m5", "diamond"), 5)).isEqualTo("TIER_NOT_FOUND");
        assertThat(ask(matching("m6", "silver"), 100)).isEqualTo("accepted");
    }

    @Test
    void aTrialCanBeHadOnceAndACancellationNeedsSomethingToCancel() {
        assertThat(ask(OwnFact.cancelling("c0", "club", true), 1)).isEqualTo("MEMBERSHIP_STATE");
        assertThat(ask(OwnFact.trying("t1", "club"), 1)).isEqualTo("accepted");
        assertThat(ask(OwnFact.trying("t2", "club"), 2)).isEqualTo("MEMBERSHIP_STATE");
        assertThat(ask(OwnFact.cancelling("c1", "club", false), 3)).isEqualTo("accepted");
        assertThat(ask(OwnFact.cancelling("c2", "club", false), 4)).isEqualTo("MEMBERSHIP_STATE");
        assertThat(ask(OwnFact.cancelling("c3", "club", true), 5)).isEqualTo("accepted");
        assertThat(ask(OwnFact.trying("t3", "club"), 6)).isEqualTo("MEMBERSHIP_STATE");
        assertThat(ask(OwnFact.trying("t4", "gym"), 7)).isEqualTo("PLAN_NOT_FOUND");
        assertThat(ask(OwnFact.cancelling("c4", "gym", true), 8)).isEqualTo("PLAN_NOT_FOUND");
    }

    @Test
    void whatTheProgramDoesNotOfferIsRefused() {
        PlanDocument untried = new PlanDocument("paid", "Paid", 999, 1, 0, 0, List.of(new Named("gift", "")), "");
        World plain = World.under(TieredPrograms.of(new StandingDocument(null, List.of(untried))));
        assertThat(told(plain.ask(matching("m1", "silver"), day(1)))).isEqualTo("STATUS_MATCH_NOT_OFFERED");
        assertThat(told(plain.ask(OwnFact.trying("t1", "paid"), day(1)))).isEqualTo("TRIAL_NOT_OFFERED");
    }

    /** Otherwise a payment that was told ahead of its time would undo the cancellation before it. */
    @Test
    void itComesAfterFactsThatWereToldAheadOfTheirTime() {
        var _ = world.record(aPurchase("o1").of(euros(10)).on(day(2).plus(hours(20))), day(2));
        assertThat(ask(OwnFact.trying("t1", "club"), 2)).isEqualTo("accepted");
        assertThat(world.fact("trial:t1").position())
                .isGreaterThan(world.fact("o1").position());
        assertThat(world.events()).contains(new Event.MembershipChanged(day(2), "club", "NONE", "TRIAL"));
    }

    private String ask(OwnFact own, int day) {
        return told(world.ask(own, day(day)));
    }

    private static String told(Result<Consequences> result) {
        return switch (result) {
            case Result.Ok<Consequences>(Consequences consequences) -> "accepted";
            case Result.Refused<Consequences>(Refusal refusal) ->
                refusal.reason().name();
        };
    }

    private static OwnFact matching(String id, String level) {
        return OwnFact.matching(id, new StatusMatch(level, "an airline", "a card"));
    }
}
