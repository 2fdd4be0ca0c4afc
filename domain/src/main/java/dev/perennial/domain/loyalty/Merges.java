package dev.perennial.domain.loyalty;

import dev.perennial.domain.shared.MemberId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the member has of others who were merged into it. What was decided for one of them is never decided otherwise by
 * what the other did: both lived apart then, so each keeps its first purchase and its own caps.
 *
 * @param blocks one for each member that was merged, directly or by way of another
 */
public record Merges(List<Block> blocks) {

    public static final Merges NONE = new Merges(List.of());

    public Merges {
        blocks = List.copyOf(blocks);
    }

    /**
     * Numbers of the survivor that another's own became, in the same order.
     *
     * @param last one less than {@code first} when there are none
     */
    public record Span(long first, long last) {

        /** After everything that the survivor had. */
        static Span after(long numbers, long more) {
            return new Span(numbers + 1, numbers + more);
        }

        boolean isEmpty() {
            return last < first;
        }

        boolean holds(long number) {
            return first <= number && number <= last;
        }

        Span shifted(long numbers) {
            return new Span(first + numbers, last + numbers);
        }

        /** What the other's own number became; 0, which is nobody's, when it had no such number. */
        long of(long own) {
            return holds(first - 1 + own) ? first - 1 + own : 0;
        }
    }

    /**
     * What one member brought along.
     *
     * @param enrolledAt its own enrolment, by which its facts were decided
     * @param apartUntil no fact from before the merge occurred later
     */
    public record Block(
            MemberId from, Instant enrolledAt, Span activities, Span commands, Span entries, Instant apartUntil) {

        Block shifted(MemberState into) {
            return new Block(
                    from,
                    enrolledAt,
                    activities.shifted(into.lastActivity()),
                    commands.shifted(into.lastCommand()),
                    entries.shifted(into.wallet().lastEntry()),
                    apartUntil);
        }
    }

    /** Whether the fact was there when a member was merged last, on whichever side. */
    boolean isBefore(long activity) {
        return blocks.stream().map(Block::activities).anyMatch(span -> !span.isEmpty() && activity <= span.last());
    }

    /** From when on the past must be known to decide what a fact of the moment changes: all of it before a merge. */
    public Instant lookingBackTo(Instant moment) {
        return blocks.stream().anyMatch(block -> !block.apartUntil().isBefore(moment)) ? HistoryNeed.BEGINNING : moment;
    }

    /** The facts that the numbered one was decided with. */
    Span sideOf(long activity) {
        Span within = blocks.stream()
                .map(Block::activities)
                .filter(span -> span.holds(activity))
                .max(Comparator.comparingLong(Span::first))
                .orElse(new Span(1, Long.MAX_VALUE));
        long last = blocks.stream()
                .map(Block::activities)
                .filter(span -> !span.isEmpty() && span.first() > activity)
                .mapToLong(span -> span.first() - 1)
                .min()
                .orElse(Long.MAX_VALUE);
        return new Span(within.first(), Math.min(within.last(), last));
    }

    /** By whose enrolment the fact was decided; empty for the member's own. */
    Optional<Instant> enrolledAt(long activity) {
        return blocks.stream()
                .filter(block -> block.activities().holds(activity))
                .max(Comparator.comparingLong(block -> block.activities().first()))
                .map(Block::enrolledAt);
    }

    /** What the number of an activity is now, as it was told of the member with the id. */
    public long activity(MemberId named, long own) {
        return now(named, own, Block::activities);
    }

    /** The same of a command, and of what goes by the number of one: redemptions, transfers, identifiers. */
    public long command(MemberId named, long own) {
        return now(named, own, Block::commands);
    }

    /** The same of an entry. */
    public long entry(MemberId named, long own) {
        return now(named, own, Block::entries);
    }

    private long now(MemberId named, long own, Function<Block, Span> which) {
        return blocks.stream()
                .filter(block -> block.from().equals(named))
                .findFirst()
                .map(block -> which.apply(block).of(own))
                .orElse(own);
    }

    /** What a survivor has of others once the member is merged into it, each as it was before. */
    public static Merges of(MemberState from, MemberState into, Instant at) {
        return new Merges(Stream.of(
                        into.merges().blocks().stream(),
                        from.merges().blocks().stream().map(block -> block.shifted(into)),
                        Stream.of(block(from, into, at)))
                .flatMap(Function.identity())
                .toList());
    }

    private static Block block(MemberState from, MemberState into, Instant at) {
        return new Block(
                from.id(),
                from.enrolledAt(),
                Span.after(into.lastActivity(), from.lastActivity()),
                Span.after(into.lastCommand(), from.lastCommand()),
                Span.after(into.wallet().lastEntry(), from.wallet().lastEntry()),
                latest(latest(at, from), into));
    }

    /** Facts may be told ahead of their time. */
    private static Instant latest(Instant at, MemberState state) {
        return state.tally().last() != null && state.tally().last().occurredAt().isAfter(at)
                ? state.tally().last().occurredAt()
                : at;
    }
}
