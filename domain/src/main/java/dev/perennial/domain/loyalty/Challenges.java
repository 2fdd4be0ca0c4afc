package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.ClubGoal;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.Counter;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.shared.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stages of challenges grant for the fact with which a counter reached their target. */
final class Challenges {

    private Challenges() {}

    /** One outcome for each stage that the fact reached; nothing is said about the others. */
    static List<RuleOutcome> reached(Program program, Facts facts, Counts before, Counts after) {
        List<ChallengeDocument> challenges = program.document().engagement().challenges();
        if (challenges.isEmpty() || before.equals(after) || facts.activity().historical()) {
            return List.of();
        }
        LocalDate day = Earnings.day(facts);
        Map<String, Counter> counters =
                program.counters().stream().collect(Collectors.toMap(Counter::id, Function.identity()));
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (ChallengeDocument challenge : challenges) {
            Counter counter = counters.get(challenge.counter());
            if (counter != null && !challenge.shared()) {
                reached(challenge, before.value(counter, day), after.value(counter, day), outcomes);
            }
        }
        return outcomes;
    }

    /** What a stage grants that the member's club has reached; nothing when the program has it no more. */
    static List<RuleOutcome> reached(Program program, ClubGoal goal) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (ChallengeDocument challenge : program.document().engagement().challenges()) {
            for (int i = 0; i < challenge.stages().size(); i++) {
                if (challenge.id().equals(goal.challenge())
                        && challenge.stages().get(i).target() == goal.target()) {
                    outcomes.add(granted(challenge, i, 1));
                }
            }
        }
        return outcomes;
    }

    private static void reached(ChallengeDocument challenge, long before, long after, List<RuleOutcome> outcomes) {
        for (int i = 0; i < challenge.stages().size(); i++) {
            Stage stage = challenge.stages().get(i);
            long times = times(challenge.recurring(), stage.target(), before, after);
            if (times > 0) {
                outcomes.add(granted(challenge, i, times));
            }
        }
    }

    private static RuleOutcome granted(ChallengeDocument challenge, int stage, long times) {
        Stage reached = challenge.stages().get(stage);
        long units = Math.multiplyExact(times, reached.units());
        return RuleOutcome.granted(challenge.ruleOf(stage), new UnitId(reached.unit()), units);
    }

    private static long times(boolean recurring, long target, long before, long after) {
        long reached = after / target - before / target;
        return recurring ? reached : before < target && reached > 0 ? 1 : 0;
    }
}
