package dev.perennial.application.loyalty;

import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a command is decided against.
 *
 * @param state null when there is no such member
 * @param profile null when there is no such member, or when the command did not ask for it
 * @param identifiers what the member is known by, when the command asked for it, and what others are
 * @param history null until the command has said how much of the past it needs
 * @param budgets those that the command said it may draw on, as the commands before it left them
 * @param now one reading of time for the whole transaction
 */
public record Situation(
        ProgramHistory programs,
        @Nullable MemberState state,
        @Nullable Member profile,
        KnownIdentifiers identifiers,
        @Nullable History history,
        Budgets budgets,
        Instant now) {

    Situation with(History loaded) {
        return new Situation(programs, state, profile, identifiers, loaded, budgets, now);
    }
}
