package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.CelebrationsDocument.LeapDay;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.shared.Period;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents with one fault each in what members work towards: where it is and what is said of it. */
final class EngagementTables {

    private static final Window MONTH = new Window.Current(Period.MONTH);
    private static final Expiry NEVER = new Expiry.Never();
    private static final CounterDocument VISITS = counter("visits", MONTH);
    private static final Stage FIRST = new Stage(3, "points", 10, NEVER);

    private EngagementTables() {}

    static Stream<Arguments> refusedCounters() {
        return Stream.of(
                counted("its id", counter("Visits", MONTH), "id", "not an id"),
                counted("the money of visits", counter(new Measure.Amount()), "amount", "only a purchase has"),
                counted("the items of visits", counter(new Measure.Items()), "items", "only a purchase has"),
                counted("an attribute's name", counter(new Measure.Attribute("a b")), "attribute", "no attribute"),
                counted("an unknown unit", counter(new Measure.Units("stars")), "units", "no unit 'stars'"),
                counted("no days", counter("c", new Window.Rolling(0)), "rolling_days", "from 1 to 1000"),
                counted("1,001 days", counter("c", new Window.Rolling(1_001)), "rolling_days", "from 1 to 1000"),
                counted(
                        "lifetimes in a row",
                        counter("c", new Window.Streak(Period.LIFETIME, 1)),
                        "streak.period",
                        "has no next"),
                counted("a row of nothing", counter("c", new Window.Streak(Period.DAY, 0)), "streak.at_least", "is 0"),
                arguments(
                        "101 counters",
                        counting(Collections.nCopies(101, VISITS).toArray(CounterDocument[]::new)),
                        "counters",
                        "101 counters; at most 100"),
                arguments("two counters of one id", counting(VISITS, VISITS), "counters[1].id", "more than once"));
    }

    static Stream<Arguments> refusedChallenges() {
        return Stream.of(
                challenge("its id", new ChallengeDocument("1", "", "visits", false, List.of(FIRST)), "id", "not an id"),
                challenge("an unknown counter", challenge("c", "steps", FIRST), "counter", "no counter 'steps'"),
                challenge("the last days", challenge("c", "rolling", FIRST), "counter", "never begin anew"),
                challenge("a club's row", shared("streak", false), "counter", "which has an end"),
                challenge("a club's again", shared("visits", true), "recurring", "once in each period"),
                challenge("no stages", challenge("c", "visits"), "stages", "at least one stage"),
                challenge("21 stages", challenge("c", "visits", stages(21)), "stages", "21 stages; at most 20"),
                challenge(
                        "a target of 0",
                        challenge("c", "visits", new Stage(0, "points", 1, NEVER)),
                        "stages[0].target",
                        "is 0"),
                challenge(
                        "the same twice",
                        challenge("c", "visits", FIRST, FIRST),
                        "stages[1].target",
                        "more than the 3"),
                challenge(
                        "an unknown unit",
                        challenge("c", "visits", new Stage(1, "stars", 1, NEVER)),
                        "stages[0].unit",
                        "no unit 'stars'"),
                challenge(
                        "nothing granted",
                        challenge("c", "visits", new Stage(1, "points", 0, NEVER)),
                        "stages[0].units",
                        "is 0"),
                challenge(
                        "gone at once",
                        challenge("c", "visits", new Stage(1, "points", 1, new Expiry.AfterDays(0))),
                        "stages[0].after_days",
                        "from 1 to 36500"));
    }

    static Stream<Arguments> refusedRest() {
        return Stream.of(
                leaderboard("an unknown counter", "steps", 0, "counter", "no counter 'steps'"),
                leaderboard("the last days", "rolling", 0, "counter", "calendar period"),
                leaderboard("a lifetime", "lifetime", 0, "counter", "which has an end"),
                leaderboard("a row", "streak", 0, "counter", "calendar period"),
                leaderboard("settled before", "visits", -1, "settlement_delay_hours", "from 0 to 720"),
                leaderboard("settled late", "visits", 721, "settlement_delay_hours", "from 0 to 720"),
                cards("an unknown stamp", "stamp", "no unit 'stars'", card("c", "stars", 9, "points", 1)),
                cards("no stamps", "size", "is 0", card("c", "stamps", 0, "points", 1)),
                cards("an unknown reward", "reward", "no unit 'stars'", card("c", "stamps", 9, "stars", 1)),
                cards("no reward", "reward_units", "is 0", card("c", "stamps", 9, "points", 0)),
                cards("its own stamps", "reward", "without end", card("c", "stamps", 9, "stamps", 1)),
                arguments(
                        "two cards of one stamp",
                        cards(card("a", "stamps", 9, "points", 1), card("b", "stamps", 5, "points", 1)),
                        "punch_cards[1].stamp",
                        "already fills another card"),
                arguments(
                        "cards that fill each other",
                        cards(card("a", "stamps", 9, "points", 1), card("b", "points", 5, "stamps", 1)),
                        "punch_cards[1].reward",
                        "without end"),
                raffle("an unknown ticket", "stars", 1, "", "ticket", "no unit 'stars'"),
                raffle("nobody wins", "points", 0, "", "winners", "from 1 to 10000"),
                raffle("too many win", "points", 10_001, "", "winners", "from 1 to 10000"),
                raffle("a long beacon", "points", 1, "x".repeat(201), "beacon", "at most 200"),
                celebrated(-1),
                celebrated(401));
    }

    private static CounterDocument counter(String id, Window window) {
        return new CounterDocument(id, "", Subject.every(ActivityType.VISIT), new Measure.Facts(), window);
    }

    private static CounterDocument counter(Measure measure) {
        return new CounterDocument("c", "", Subject.every(ActivityType.VISIT), measure, MONTH);
    }

    private static Arguments counted(String what, CounterDocument counter, String field, String description) {
        return arguments("a counter: " + what, counting(counter), "counters[0]." + field, description);
    }

    private static ADocument counting(CounterDocument... counters) {
        return with(List.of(counters), List.of(), List.of(), List.of(), List.of(), CelebrationsDocument.DEFAULT);
    }

    private static ChallengeDocument challenge(String id, String counter, Stage... stages) {
        return new ChallengeDocument(id, "", counter, false, List.of(stages));
    }

    private static ChallengeDocument shared(String counter, boolean recurring) {
        return new ChallengeDocument("c", "", counter, recurring, true, List.of(FIRST));
    }

    private static Stage[] stages(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(target -> new Stage(target, "points", 1, NEVER))
                .toArray(Stage[]::new);
    }

    private static Arguments challenge(String what, ChallengeDocument challenge, String field, String description) {
        ADocument document =
                with(counters(), List.of(challenge), List.of(), List.of(), List.of(), CelebrationsDocument.DEFAULT);
        return arguments("a challenge: " + what, document, "challenges[0]." + field, description);
    }

    private static List<CounterDocument> counters() {
        return List.of(
                VISITS,
                counter("lifetime", new Window.Current(Period.LIFETIME)),
                counter("rolling", new Window.Rolling(7)),
                counter("streak", new Window.Streak(Period.DAY, 1)));
    }

    private static Arguments leaderboard(String what, String counter, int delay, String field, String description) {
        ADocument document = with(
                counters(),
                List.of(),
                List.of(new LeaderboardDocument("l", "", counter, delay)),
                List.of(),
                List.of(),
                CelebrationsDocument.DEFAULT);
        return arguments("a leaderboard: " + what, document, "leaderboards[0]." + field, description);
    }

    private static PunchCardDocument card(String id, String stamp, long size, String reward, long units) {
        return new PunchCardDocument(id, "", stamp, size, reward, units, NEVER);
    }

    private static Arguments cards(String what, String field, String description, PunchCardDocument card) {
        return arguments("a card: " + what, cards(card), "punch_cards[0]." + field, description);
    }

    private static ADocument cards(PunchCardDocument... cards) {
        return with(List.of(), List.of(), List.of(), List.of(cards), List.of(), CelebrationsDocument.DEFAULT);
    }

    private static Arguments raffle(
            String what, String ticket, int winners, String beacon, String field, String description) {
        RaffleDocument raffle = new RaffleDocument("r", "", ticket, Instant.EPOCH, winners, beacon);
        ADocument document =
                with(List.of(), List.of(), List.of(), List.of(), List.of(raffle), CelebrationsDocument.DEFAULT);
        return arguments("a raffle: " + what, document, "raffles[0]." + field, description);
    }

    private static Arguments celebrated(int days) {
        CelebrationsDocument celebrations = new CelebrationsDocument(LeapDay.MARCH_1, days);
        return arguments(
                "a birth date after " + days + " days",
                with(List.of(), List.of(), List.of(), List.of(), List.of(), celebrations),
                "celebrations.birth_date_change_days",
                "from 0 to 400");
    }

    private static ADocument with(
            List<CounterDocument> counters,
            List<ChallengeDocument> challenges,
            List<LeaderboardDocument> leaderboards,
            List<PunchCardDocument> cards,
            List<RaffleDocument> raffles,
            CelebrationsDocument celebrations) {
        return aDocument()
                .withUnit("stamps", "Stamps", 0)
                .with(new EngagementDocument(counters, challenges, leaderboards, cards, raffles, celebrations));
    }
}
