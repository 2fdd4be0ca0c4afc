package dev.perennial.application.loyalty.reward;

import dev.perennial.domain.program.RewardContent.CodeSource;
import java.util.random.RandomGenerator;

/** Makes codes that nobody guesses and nobody misreads: each place has 32 possibilities, which is five bits. */
public final class GeneratedCodes {

    /** Without I, L, O and U: Crockford's Base32, read aloud and typed in upper case. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final char PLACE = '#';

    private final RandomGenerator chance;

    /** @param chance cannot be predicted by whoever has seen codes; used by several threads at once */
    public GeneratedCodes(RandomGenerator chance) {
        this.chance = chance;
    }

    String next(CodeSource.Generated source) {
        StringBuilder code = new StringBuilder();
        source.format().chars().forEach(letter -> code.append(letter == PLACE ? drawn() : (char) letter));
        return code.toString();
    }

    private char drawn() {
        return LETTERS.charAt(chance.nextInt(LETTERS.length()));
    }
}
