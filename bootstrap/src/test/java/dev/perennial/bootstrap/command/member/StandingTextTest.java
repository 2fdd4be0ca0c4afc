package dev.perennial.bootstrap.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.loyalty.v1.ChallengeProgress;
import dev.perennial.contract.loyalty.v1.CounterValue;
import dev.perennial.contract.loyalty.v1.HeldLevel;
import dev.perennial.contract.loyalty.v1.Membership;
import dev.perennial.contract.loyalty.v1.MembershipState;
import dev.perennial.contract.loyalty.v1.NextLevel;
import dev.perennial.contract.loyalty.v1.Progress;
import dev.perennial.contract.loyalty.v1.PunchCardProgress;
import dev.perennial.contract.loyalty.v1.Review;
import dev.perennial.contract.loyalty.v1.StageProgress;
import dev.perennial.contract.loyalty.v1.Standing;
import dev.perennial.contract.program.v1.Level;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.Tiers;
import dev.perennial.contract.program.v1.Unit;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

/** A standing and a progress as people read them. */
class StandingTextTest {

    private static final Program PROGRAM = Program.newBuilder()
            .setTimeZone("Europe/Berlin")
            .addUnits(Unit.newBuilder().setId("points").setName("Points"))
            .setTiers(Tiers.newBuilder()
                    .setUnit("points")
                    .addLevels(Level.newBuilder().setId("silver").setName("Silver"))
                    .addLevels(Level.newBuilder().setId("gold").setName("Gold")))
            .build();
    private static final Words WORDS = new Words(PROGRAM);

    @Test
    void tellsTheLevelWhatIsAheadAndTheMemberships() throws ParseException {
        Standing standing = Standing.newBuilder()
                .setLevel(HeldLevel.newBuilder().setId("silver").setSince(moment("2026-01-06T09:00:00Z")))
                .setNextLevel(NextLevel.newBuilder().setId("gold").setMissing(270))
                .setReview(Review.newBuilder().setAt(moment("2026-12-31T23:00:00Z")))
                .addMemberships(Membership.newBuilder()
                        .setPlan("club")
                        .setState(MembershipState.MEMBERSHIP_STATE_GRACE)
                        .setUntil(moment("2026-02-02T09:00:00Z")))
                .build();
        assertThat(new StandingText(PROGRAM, WORDS).lines(standing))
                .containsExactly(
                        "  Silver since 2026-01-06 10:00",
                        "  Points 270 missing for Gold",
                        "  reviewed 2027-01-01 00:00: is lost if nothing more is earned",
                        "  club: grace until 2026-02-02 10:00");
        assertThat(new StandingText(PROGRAM, WORDS).lines(Standing.getDefaultInstance()))
                .isEmpty();
    }

    @Test
    void tellsHowFullCardsAreAndWhatIsMissingForStages() {
        Progress progress = Progress.newBuilder()
                .addPunchCards(PunchCardProgress.newBuilder()
                        .setId("coffee")
                        .setStamps(3)
                        .setSize(10)
                        .setRewardUnit("coffees")
                        .setUnused(1))
                .addChallenges(ChallengeProgress.newBuilder()
                        .setName("Regular")
                        .setCounter(CounterValue.newBuilder().setValue(2))
                        .addStages(StageProgress.newBuilder().setTarget(2).setReached(1))
                        .addStages(StageProgress.newBuilder().setTarget(5).setMissing(3)))
                .build();
        assertThat(new ProgressText(WORDS).lines(progress))
                .containsExactly("  coffee: 3 of 10 stamps, unused coffees 1", "  Regular: 2, 3 missing for 5");
    }

    private static Timestamp moment(String iso) throws ParseException {
        return Timestamps.parse(iso);
    }
}
