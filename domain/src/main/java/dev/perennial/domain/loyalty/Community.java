package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decisions about what members do beside and with each other. */
public final class Community {

    private Community() {}

    /**
     * The member takes part in something, or does not any more.
     *
     * @param renamed the member's profile when it changes with it; null when it does not
     * @return refused with {@link Reason#MEMBER_SUSPENDED}, {@link Reason#MEMBER_CLOSED}, {@link Reason#LEADERBOARD_NOT_FOUND} or {@link Reason#PARTICIPATION_STATE}
     */
    public static Result<Decision> takePart(
            ProgramHistory programs,
            MemberState state,
            TakingPart step,
            @Nullable Member renamed,
            Budgets budgets,
            Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        MemberState before = advance.state();
        Instant effective = before.effective(now);
        return permission(step, before)
                .or(() -> step.refusal(programs.at(effective).program(), before.participation()))
                .<Result<Decision>>map(Result::refused)
                .orElseGet(() -> {
                    Deciding deciding =
                            Deciding.on(programs, before.taking(step.after(before.participation(), effective)), now);
                    if (renamed != null) {
                        deciding.tell(new Event.ProfileUpdated(renamed.revision()));
                    }
                    deciding.tell(step.event(before.participation()));
                    Decision decision =
                            deciding.done(state.lastCommand() + 1, Scoring.of(step, programs, before, effective));
                    return Result.ok(advance.then(decision));
                });
    }

    /** Whoever is suspended may still leave. */
    private static Optional<Refusal> permission(TakingPart step, MemberState state) {
        return switch (step) {
            case TakingPart.JoinLeaderboard join -> Permission.toMember(state);
            case TakingPart.JoinClub join -> Permission.toMember(state);
            case TakingPart.LeaveLeaderboard leave -> Permission.toOperator(state);
            case TakingPart.LeaveClub leave -> Permission.toOperator(state);
        };
    }
}
