package dev.perennial.application.storage;

import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Requests.Earlier;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that has its effect once. Its key is claimed before anything else is locked. */
public record Keyed(Transaction tx, Tenant tenant, Identity identity) {

    /**
     * Does the work and keeps the key, which the work let point to the reply.
     *
     * @return the earlier reply if there is one; refused with {@link Reason#KEY_REUSED} when the key was another
     *     request's, or as the work is, which leaves the key free
     */
    public Result<Answer> once(Supplier<Result<Payload>> work) {
        Result<Answer> earlier = claim();
        return earlier != null ? earlier : releasedIfRefused(work.get()).map(payload -> new Answer(payload, false));
    }

    /**
     * Does a first part of the work, which leaves the key free.
     *
     * @return the earlier reply if there is one, or the refusal; empty when there is more to do
     */
    public Optional<Result<Answer>> unlessDone(Supplier<? extends Result<?>> work) {
        Result<Answer> earlier = claim();
        if (earlier != null) {
            return Optional.of(earlier);
        }
        Result<?> result = work.get();
        release();
        return result instanceof Result.Refused<?>(Refusal refusal)
                ? Optional.of(Result.refused(refusal))
                : Optional.empty();
    }

    private @Nullable Result<Answer> claim() {
        Earlier earlier = tx.requests()
                .claim(tenant.id(), Map.of(identity.key(), identity.fingerprint()))
                .get(identity.key());
        if (earlier == null) {
            return null;
        }
        return earlier.fingerprint().equals(identity.fingerprint())
                ? Result.ok(new Answer(earlier.reply(), true))
                : Result.refused(Refusal.keyReused());
    }

    private Result<Payload> releasedIfRefused(Result<Payload> result) {
        if (result instanceof Result.Refused<Payload>) {
            release();
        }
        return result;
    }

    private void release() {
        tx.requests().release(tenant.id(), Set.of(identity.key()));
    }
}
