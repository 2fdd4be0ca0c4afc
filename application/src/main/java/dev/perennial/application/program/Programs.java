package dev.perennial.application.program;

import dev.perennial.application.program.Application.Source;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Requests.Earlier;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramChecker.Checked;
import dev.perennial.domain.program.ProgramDifference;
import dev.perennial.domain.program.ProgramDifference.Change;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.ProgramWarnings;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Planning, applying and finding the versions of a tenant's program. */
public final class Programs {

    /** Two authors at once are rare and a transaction is short: whoever lost this often meets something else. */
    private static final int TRIES_MAX = 6;

    private static final long BACKOFF_NANOS = 3_000_000;

    private final Storage storage;
    private final ProgramChecker checker;
    private final InstantSource clock;

    public Programs(Storage storage, ProgramChecker checker, InstantSource clock) {
        this.storage = storage;
        this.checker = checker;
        this.clock = clock;
    }

    /**
     * What applying a document would mean.
     *
     * @param problems everything that keeps it from being applied; empty when it can be
     * @param changes how it differs from the newest version
     * @param warnings what can be applied but may not be meant
     * @param currentVersion the number of the newest version, 0 when there is none
     */
    public record Planned(List<Problem> problems, List<Change> changes, List<Problem> warnings, int currentVersion) {}

    /** Checks a document and compares it with the newest version. Changes nothing. */
    public Planned plan(Tenant tenant, ProgramDocument document) {
        List<ProgramVersion> versions = all(tenant);
        @Nullable ProgramVersion newest = versions.isEmpty() ? null : versions.getLast();
        @Nullable ProgramDocument before = newest == null ? null : newest.document();
        List<Problem> problems = switch (checker.check(document)) {
            case Checked.Valid valid -> List.of();
            case Checked.Broken(List<Problem> found) -> found;
        };
        return new Planned(
                problems,
                ProgramDifference.between(before, document),
                ProgramWarnings.of(before, document, clock.instant()),
                newest == null ? 0 : newest.number());
    }

    /**
     * Makes the document the next version, exactly once for each key.
     *
     * @param effectiveAt the first moment that it decides, now or later; empty means now
     * @param expectedVersion the number that the newest version must have, 0 for none; empty means any
     * @param reply makes the reply, which is kept for repetitions of the request
     * @return refused with {@link Reason#PROGRAM_INVALID} and every problem, {@link Reason#INVALID_REQUEST} for a moment
     *     that is out of range, {@link Reason#PROGRAM_VERSION_MOVED}, or {@link Reason#KEY_REUSED}
     */
    public Result<Answer> apply(
            Tenant tenant,
            ProgramDocument document,
            Optional<Instant> effectiveAt,
            String note,
            OptionalInt expectedVersion,
            Identity identity,
            Function<ProgramVersion, Payload> reply) {
        return applied(
                tenant,
                new Application(new Source.Written(document), effectiveAt, note, expectedVersion),
                identity,
                reply);
    }

    /**
     * Makes an old version's document the next version: as {@link #apply}.
     *
     * @return also refused with {@link Reason#PROGRAM_VERSION_NOT_FOUND}
     */
    public Result<Answer> reapply(
            Tenant tenant,
            int fromVersion,
            Optional<Instant> effectiveAt,
            String note,
            OptionalInt expectedVersion,
            Identity identity,
            Function<ProgramVersion, Payload> reply) {
        return applied(
                tenant,
                new Application(new Source.Earlier(fromVersion), effectiveAt, note, expectedVersion),
                identity,
                reply);
    }

    /**
     * One version.
     *
     * @param version its number; empty means the newest
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED} when there is none, or
     *     {@link Reason#PROGRAM_VERSION_NOT_FOUND}
     */
    public Result<ProgramVersion> get(Tenant tenant, OptionalInt version) {
        List<ProgramVersion> versions = all(tenant);
        if (version.isPresent()) {
            return Application.find(versions, version.getAsInt());
        }
        return versions.isEmpty()
                ? Result.refused(Refusal.of(Reason.PROGRAM_NOT_APPLIED, "No program was applied yet."))
                : Result.ok(versions.getLast());
    }

    /**
     * Versions with a lower number than the given one, the newest first.
     *
     * @param belowVersion {@link Integer#MAX_VALUE} begins with the newest
     */
    public List<ProgramVersion> list(Tenant tenant, int belowVersion, int limit) {
        return all(tenant).reversed().stream()
                .filter(version -> version.number() < belowVersion)
                .limit(limit)
                .toList();
    }

    private List<ProgramVersion> all(Tenant tenant) {
        return storage.read(tx -> tx.programs().all(tenant.id()));
    }

    private Result<Answer> applied(
            Tenant tenant, Application application, Identity identity, Function<ProgramVersion, Payload> reply) {
        for (int tries = 1; ; tries++) {
            try {
                return storage.transact(tx -> once(tx, tenant, application, identity, reply));
            } catch (StorageException.Conflict | StorageException.OutcomeUnknown again) {
                if (tries == TRIES_MAX) { // an outcome that is still unknown is found by claiming the key again
                    throw again;
                }
                LockSupport.parkNanos(BACKOFF_NANOS * tries);
            }
        }
    }

    private Result<Answer> once(
            Transaction tx,
            Tenant tenant,
            Application application,
            Identity identity,
            Function<ProgramVersion, Payload> reply) {
        Earlier earlier = tx.requests()
                .claim(tenant.id(), Map.of(identity.key(), identity.fingerprint()))
                .get(identity.key());
        if (earlier != null) {
            return earlier.fingerprint().equals(identity.fingerprint())
                    ? Result.ok(new Answer(earlier.reply(), true))
                    : Result.refused(Refusal.of(Reason.KEY_REUSED, "The key was used before with another request."));
        }
        return switch (application.decide(tx.programs().all(tenant.id()), checker, clock.instant())) {
            case Result.Ok<ProgramVersion>(ProgramVersion version) -> {
                Payload bytes = reply.apply(version);
                tx.programs().add(tenant.id(), version, identity.key(), bytes);
                yield Result.ok(new Answer(bytes, false));
            }
            case Result.Refused<ProgramVersion>(Refusal refusal) -> {
                tx.requests().release(tenant.id(), Set.of(identity.key()));
                yield Result.refused(refusal);
            }
        };
    }
}
