package dev.perennial.application.loyalty;

import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.util.concurrent.CompletableFuture;

/** A command in a lane and the reply that somebody waits for. */
record Waiting(MemberCommand command, CompletableFuture<Result<Answer>> reply) {

    static final Payload NOTHING = new Payload(new byte[0]);

    static Waiting on(MemberCommand command) {
        return new Waiting(command, new CompletableFuture<>());
    }

    boolean carries(Identity identity) {
        return command.identity().filter(identity::equals).isPresent();
    }

    void done(Payload payload, boolean replayed) {
        reply.complete(Result.ok(new Answer(payload, replayed)));
    }

    void refused(Refusal refusal) {
        reply.complete(Result.refused(refusal));
    }

    void failed(Throwable failure) {
        reply.completeExceptionally(failure);
    }
}
