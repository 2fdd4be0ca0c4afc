package dev.perennial.domain.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.Merges.Block;
import dev.perennial.domain.loyalty.Merges.Span;
import dev.perennial.domain.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose a number was, and what it became. */
class MergesTest {

    private static final Instant MERGED = Instant.parse("2026-03-01T10:00:00Z");

    /** The app had facts 1 to 10, the card 1 to 3 that became 11 to 13; since then both are one. */
    private static final Merges CARD = new Merges(List.of(block("card", 10, 3)));

    /** The web had 1 to 4; of the app came 5 to 24, and of these 15 to 17 had been the card's. */
    private static final Merges CHAIN = new Merges(List.of(block("card", 14, 3), block("app", 4, 20)));

    @Test
    void factsFromBeforeAMergeAreDecidedByThoseOfTheirOwnSide() {
        assertThat(CARD.sideOf(4)).isEqualTo(new Span(1, 10));
        assertThat(CARD.sideOf(12)).isEqualTo(new Span(11, 13));
        assertThat(CARD.sideOf(14)).isEqualTo(new Span(1, Long.MAX_VALUE));
        assertThat(CARD.isBefore(13)).isTrue();
        assertThat(CARD.isBefore(14)).isFalse();
    }

    @Test
    void sidesOfAChainAreWithinEachOther() {
        assertThat(CHAIN.sideOf(2)).isEqualTo(new Span(1, 4));
        assertThat(CHAIN.sideOf(7)).isEqualTo(new Span(5, 14));
        assertThat(CHAIN.sideOf(16)).isEqualTo(new Span(15, 17));
        assertThat(CHAIN.sideOf(20)).isEqualTo(new Span(5, 24));
        assertThat(CHAIN.enrolledAt(16)).contains(Instant.EPOCH.plusSeconds(3));
        assertThat(CHAIN.enrolledAt(20)).contains(Instant.EPOCH.plusSeconds(20));
        assertThat(CHAIN.enrolledAt(25)).isEmpty();
        assertThat(CHAIN.sideOf(25)).isEqualTo(new Span(1, Long.MAX_VALUE));
    }

    @Test
    void aNumberThatWasToldOfTheOneIsAnotherOfTheSurvivor() {
        assertThat(CHAIN.activity(new MemberId("card"), 2)).isEqualTo(16);
        assertThat(CHAIN.activity(new MemberId("app"), 12)).isEqualTo(16);
        assertThat(CHAIN.activity(new MemberId("web"), 16)).isEqualTo(16);
        assertThat(CHAIN.command(new MemberId("card"), 1)).isEqualTo(115);
        assertThat(CHAIN.entry(new MemberId("app"), 1)).isEqualTo(1_005);
        assertThat(CARD.activity(new MemberId("card"), 4))
                .as("a number it never had")
                .isZero();
    }

    @Test
    void whoBroughtNothingSeparatesNothing() {
        Merges empty = new Merges(List.of(block("card", 10, 0)));
        assertThat(empty.sideOf(4)).isEqualTo(new Span(1, Long.MAX_VALUE));
        assertThat(empty.isBefore(4)).isFalse();
        assertThat(empty.sideOf(12)).isEqualTo(new Span(1, Long.MAX_VALUE));
    }

    @Test
    void whatWasBeforeTheMergeIsSeenFromTheBeginning() {
        assertThat(CARD.lookingBackTo(MERGED)).isEqualTo(HistoryNeed.BEGINNING);
        Instant later = MERGED.plus(Duration.ofSeconds(1));
        assertThat(CARD.lookingBackTo(later)).isEqualTo(later);
        assertThat(Merges.NONE.lookingBackTo(MERGED)).isEqualTo(MERGED);
    }

    private static Block block(String from, long before, long facts) {
        return new Block(
                new MemberId(from),
                Instant.EPOCH.plusSeconds(facts),
                Span.after(before, facts),
                Span.after(before + 100, facts),
                Span.after(before + 1_000, facts),
                MERGED);
    }
}
