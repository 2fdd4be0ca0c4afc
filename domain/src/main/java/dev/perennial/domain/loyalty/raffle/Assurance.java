package dev.perennial.domain.loyalty.raffle;

import dev.perennial.domain.program.RaffleDocument;

/** What others can be sure of when they draw again from what is published. */
public enum Assurance {
    /**
     * That nothing was changed after the fact. Whoever holds the seed could have known the winners from the moment of
     * the close, and could have arranged the tickets before.
     */
    TAMPER_EVIDENT,
    /** Also that nobody could know the winners before the public value was there. */
    PUBLICLY_VERIFIABLE;

    public static Assurance of(RaffleDocument terms) {
        return terms.beacon().isEmpty() ? TAMPER_EVIDENT : PUBLICLY_VERIFIABLE;
    }
}
