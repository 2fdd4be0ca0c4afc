package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.Counter;
import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a member has come with everything that the program in force lets members work towards.
 *
 * @param member advanced to the moment
 */
public record ProgressNow(
        MemberState member,
        List<CardProgress> cards,
        List<ChallengeProgress> challenges,
        List<CounterValue> counters,
        List<Badge> badges) {

    public ProgressNow {
        cards = List.copyOf(cards);
        challenges = List.copyOf(challenges);
        counters = List.copyOf(counters);
        badges = List.copyOf(badges);
    }

    /**
     * A punch card.
     *
     * @param stamps what the member has and owes of them
     * @param rewarded how much of the reward full cards have become so far, less what was undone
     * @param unused how much of that is still there
     */
    public record CardProgress(PunchCardDocument card, Balance stamps, long rewarded, long unused) {}

    /** A challenge, and the counter that it watches. */
    public record ChallengeProgress(ChallengeDocument challenge, CounterValue counter) {

        public List<StageReached> stages() {
            return challenge.stages().stream()
                    .map(stage -> reached(stage, counter.value(), challenge.recurring()))
                    .toList();
        }

        private static StageReached reached(Stage stage, long value, boolean recurring) {
            long times = value / stage.target();
            return recurring
                    ? new StageReached(stage, times, stage.target() - value % stage.target())
                    : new StageReached(stage, Math.min(1, times), Math.max(0, stage.target() - value));
        }
    }

    /**
     * A stage of a challenge.
     *
     * @param times how often it was reached in the window going on
     * @param missing what is left until it is reached, or reached again; 0 when it cannot be any more
     */
    public record StageReached(Stage stage, long times, long missing) {}

    /**
     * A counter.
     *
     * @param endsAt when its window ends and it begins anew; empty for one that does not
     */
    public record CounterValue(CounterDocument counter, long value, Optional<Instant> endsAt) {}

    /** A badge that the member has, once or more often. */
    public record Badge(UnitDefinition unit, long count) {}

    /**
     * @param member advanced to the moment
     * @param conversions every entry with which a card became a reward or a reward a card again
     */
    public static ProgressNow of(ProgramHistory programs, MemberState member, List<Entry> conversions) {
        if (programs.isEmpty()) {
            return new ProgressNow(member, List.of(), List.of(), List.of(), List.of());
        }
        Program program = programs.at(member.advancedTo()).program();
        LocalDate day = day(program, member);
        Map<String, CounterValue> counters = program.counters().stream()
                .collect(Collectors.toMap(Counter::id, counter -> value(counter, member, program, day)));
        return new ProgressNow(
                member,
                program.document().engagement().punchCards().stream()
                        .map(card -> card(card, member, conversions))
                        .toList(),
                program.document().engagement().challenges().stream()
                        .filter(challenge -> !challenge.shared())
                        .flatMap(challenge -> Stream.ofNullable(counters.get(challenge.counter()))
                                .map(counter -> new ChallengeProgress(challenge, counter)))
                        .toList(),
                counters.values().stream()
                        .sorted(Comparator.comparing(value -> value.counter().id()))
                        .toList(),
                badges(program, member));
    }

    /** Counters know no earlier day than that of the last fact, which may have been told ahead of its time. */
    private static LocalDate day(Program program, MemberState member) {
        var last = member.tally().last();
        Instant moment = last != null && last.occurredAt().isAfter(member.advancedTo())
                ? last.occurredAt()
                : member.advancedTo();
        return LocalDate.ofInstant(moment, program.zone());
    }

    private static CounterValue value(Counter counter, MemberState member, Program program, LocalDate day) {
        Optional<Period> period = switch (counter.document().window()) {
            case CounterDocument.Window.Current(Period current) -> Optional.of(current);
            case CounterDocument.Window.Rolling rolling -> Optional.empty();
            case CounterDocument.Window.Streak streak -> Optional.of(streak.period());
        };
        return new CounterValue(
                counter.document(),
                member.tally().counts().value(counter, day),
                period.filter(each -> each != Period.LIFETIME)
                        .map(each -> each.endOf(each.startOf(day))
                                .atStartOfDay(program.zone())
                                .toInstant()));
    }

    private static CardProgress card(PunchCardDocument card, MemberState member, List<Entry> conversions) {
        String rule = PunchCards.ruleOf(card);
        Map<Long, Entry> rewards = conversions.stream()
                .filter(entry -> rule.equals(entry.cause().rule()))
                .collect(Collectors.toMap(Entry::number, Function.identity()));
        long became = rewards.values().stream()
                .filter(entry -> entry.from() == Account.CONVERTED)
                .mapToLong(Entry::amount)
                .sum();
        long undone = conversions.stream()
                .filter(entry -> entry.corrects() != null && rewards.containsKey(entry.corrects()))
                .mapToLong(Entry::amount)
                .sum();
        long unused = member.wallet().lots().values().stream()
                .filter(lot -> rule.equals(lot.rule()))
                .mapToLong(Lot::remaining)
                .sum();
        return new CardProgress(
                card, member.wallet().balance(new UnitId(card.stamp())), Math.subtractExact(became, undone), unused);
    }

    private static List<Badge> badges(Program program, MemberState member) {
        return program.document().units().stream()
                .filter(unit -> unit.kind() == UnitDefinition.Kind.BADGE)
                .map(unit -> new Badge(
                        unit, member.wallet().balance(new UnitId(unit.id())).available()))
                .filter(badge -> badge.count() > 0)
                .toList();
    }
}
