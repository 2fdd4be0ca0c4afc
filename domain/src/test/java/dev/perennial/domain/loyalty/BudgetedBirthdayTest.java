package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Moments;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A gift of 50 on the birthday, 15 June, of a budget of 120 a year: whatever comes first afterwards finds it due. */
class BudgetedBirthdayTest {

    private static final Instant AFTERWARDS = at("2026-06-15T10:00:00Z");
    private static final BudgetUse GIFTS = new BudgetUse("gifts", LocalDate.of(2026, 1, 1));
    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("gift").forEach(ActivityType.BIRTHDAY).fixed(50).drawingOn("gifts"))
            .with(parts -> parts.budget(new BudgetDocument("gifts", "", "points", 120, Period.YEAR)))
            .alone();

    private final MemberState born = born();

    private static MemberState born() {
        World world = World.under(PROGRAM);
        world.updateProfile(new Traits("", "", 1990, "", "", ""), Moments.START);
        return world.state();
    }

    @Test
    void whatIsDueAsksForItsBudget() {
        assertThat(Loyalty.budgetsNeeded(PROGRAM, born, null, AFTERWARDS)).containsExactly(GIFTS);
        assertThat(Loyalty.budgetsNeeded(PROGRAM, born, null, at("2026-06-14T10:00:00Z")))
                .isEmpty();
    }

    @Test
    void everyCommandThatAdvancesDrawsOnIt() {
        Budgets budgets = drawn(0);
        Profile profile = new Profile("", "", "", LocalDate.of(1990, 6, 15), "", "", "", "", "");
        Member renamed = new Member(born.id(), 1, 3, Moments.START, AFTERWARDS, profile);
        assertThat(Set.of(
                        Loyalty.advance(PROGRAM, born, budgets, AFTERWARDS),
                        ok(Loyalty.adjust(PROGRAM, born, POINTS, 1, budgets, AFTERWARDS)),
                        Loyalty.updateProfile(PROGRAM, born, profile, renamed, budgets, AFTERWARDS),
                        ok(Community.takePart(
                                PROGRAM, born, new TakingPart.JoinClub("owls"), null, budgets, AFTERWARDS))))
                .hasSize(4)
                .allSatisfy(decision -> assertThat(decision.draws()).isEqualTo(Map.of(GIFTS, 50L)));
    }

    @Test
    void theLastGiftGetsWhatIsLeft() {
        Decision decision = Loyalty.advance(PROGRAM, born, drawn(100), AFTERWARDS);
        assertThat(decision.draws()).isEqualTo(Map.of(GIFTS, 20L));
        assertThat(decision.after().wallet().balance(POINTS).available()).isEqualTo(20);
    }

    private static Budgets drawn(long units) {
        return new Budgets(Map.of(GIFTS, units));
    }

    private static Decision ok(Result<Decision> result) {
        return ((Result.Ok<Decision>) result).value();
    }
}
