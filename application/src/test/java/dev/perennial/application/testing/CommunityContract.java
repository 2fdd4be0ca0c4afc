package dev.perennial.application.testing;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;

import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.LeaderboardDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.shared.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What the kits of rankings and clubs share: members who spend, are seen and belong together. */
public abstract class CommunityContract extends PortContract {

    protected static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    protected static final RankedPeriod TOP = new RankedPeriod("top", JANUARY);
    protected static final ClubPeriod SPENT = new ClubPeriod("Owls 1", "spent", JANUARY);
    protected static final Goal GOAL = new Goal("Owls 1", "far", 1, JANUARY);
    protected static final TakingPart IN = new TakingPart.JoinClub("Owls 1");

    protected static final ProgramHistory PROGRAM = aProgram(aRule("base"))
            .with(parts -> parts.counter(new CounterDocument(
                            "spent",
                            "",
                            Subject.every(ActivityType.PURCHASE),
                            new Measure.Amount(),
                            new Window.Current(Period.MONTH)))
                    .leaderboard(new LeaderboardDocument("top", "", "spent", 0))
                    .leaderboard(new LeaderboardDocument("flop", "", "spent", 0))
                    .challenge(new ChallengeDocument(
                            "far", "", "spent", false, true, List.of(new Stage(1, "points", 1, new Expiry.Never())))))
            .alone();

    protected void ranked(String member, long spent) {
        desk.enrol(member, START);
        desk.take(member, PROGRAM, new TakingPart.JoinLeaderboard("top"), START);
        desk.record(member, PROGRAM, aPurchase("of-" + member).of(spent).on(day(1)));
    }

    protected void contributes(String member, long spent) {
        desk.enrol(member, START);
        desk.take(member, PROGRAM, IN, START);
        desk.record(member, PROGRAM, aPurchase("of-" + member).of(spent).on(day(2)));
    }

    protected List<String> due() {
        return ports.dueClubs().dueIn(id(), 10).stream()
                .map(club -> club.club())
                .toList();
    }

    protected <T> T read(Function<Transaction, T> reading) {
        return ports.storage().read(reading);
    }

    protected <T> T write(Function<Transaction, T> writing) {
        return ports.storage().transact(writing);
    }
}
