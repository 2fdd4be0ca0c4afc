package dev.perennial.application.loyalty;

import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What deciding a command came to. */
public sealed interface Ruling {

    /**
     * It is to be committed.
     *
     * @param request what to keep of the request; null for what happens by itself
     * @param profile the profile to store with it; null when it did not change
     * @param identifiers what becomes of identifiers with it
     */
    record Done(
            Decision decision,
            Effect.@Nullable Request request,
            @Nullable Member profile,
            List<IdentifierChange> identifiers)
            implements Ruling {

        public Done(Decision decision, Effect.@Nullable Request request, @Nullable Member profile) {
            this(decision, request, profile, List.of());
        }
    }

    /** It was only to be looked at, and could be committed: nothing is left behind. */
    record Looked() implements Ruling {}

    /** Nothing happens, and nothing is left behind. */
    record Refused(Refusal refusal) implements Ruling {}

    /** It cannot be decided without a part of the past. */
    record Needs(HistoryNeed history) implements Ruling {}

    static Ruling refused(Reason reason, String message) {
        return new Refused(Refusal.of(reason, message));
    }

    static <T> Ruling of(Result<T> result, Function<T, Ruling> done) {
        return switch (result) {
            case Result.Ok<T>(T value) -> done.apply(value);
            case Result.Refused<T>(Refusal refusal) -> new Refused(refusal);
        };
    }
}
