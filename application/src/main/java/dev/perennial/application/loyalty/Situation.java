package dev.perennial.application.loyalty;

import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.CodeSupply;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardContent.CodeSource;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command is decided against.
 *
 * @param state null when there is no such member
 * @param profile null when there is no such member, or when the command did not ask for it
 * @param identifiers what the member is known by, when the command asked for it, and what others are
 * @param history null until the command has said how much of the past it needs
 * @param budgets those that the command said it may draw on, as the commands before it left them
 * @param imported the codes that commands said they may hand out
 * @param now one reading of time for the whole transaction
 */
public record Situation(
        ProgramHistory programs,
        @Nullable MemberState state,
        @Nullable Member profile,
        KnownIdentifiers identifiers,
        @Nullable History history,
        Budgets budgets,
        CodesAtHand imported,
        Instant now) {

    Situation with(History loaded) {
        return new Situation(programs, state, profile, identifiers, loaded, budgets, imported, now);
    }

    /** Whether a code that the command claims is known, of a list or as somebody's voucher. */
    public boolean knowsCode(String code) {
        return imported.knows(code);
    }

    /** Codes of vouchers: those of lists as they were imported, the others as they are made. */
    public CodeSupply codes(Function<CodeSource.Generated, String> made) {
        return source -> switch (source) {
            case CodeSource.Generated generated -> Optional.of(made.apply(generated));
            case CodeSource.Imported(String list) -> imported.next(list);
        };
    }
}
