package dev.perennial.application.program;

import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.Keyed;
import dev.perennial.application.storage.Replan;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.program.ConditionWarnings;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramChecker.Checked;
import dev.perennial.domain.program.ProgramDifference;
import dev.perennial.domain.program.ProgramDifference.Change;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.ProgramWarnings;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.program.RuleOverlap;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Planning, applying and finding the versions of a tenant's program. */
public final class Programs {

    private final Storage storage;
    private final ProgramChecker checker;
    private final TenantTime time;
    private final Attempts attempts;

    public Programs(Storage storage, ProgramChecker checker, TenantTime time, Backoff backoff) {
        this.storage = storage;
        this.checker = checker;
        this.time = time;
        this.attempts = new Attempts(storage, backoff);
    }

    /**
     * What applying a document would mean.
     *
     * @param problems everything that keeps it from being applied; empty when it can be
     * @param changes how it differs from the newest version
     * @param warnings what can be applied but may not be meant
     * @param overlaps rules that grant the same unit for the same facts
     * @param newestVersion the number of the newest version, 0 when there is none
     * @param members how many members would be planned again
     */
    public record Planned(
            List<Problem> problems,
            List<Change> changes,
            List<Problem> warnings,
            List<RuleOverlap> overlaps,
            int newestVersion,
            long members) {}

    /** Checks a document and compares it with the newest version. Changes nothing. */
    public Planned plan(Tenant tenant, ProgramDocument document) {
        return storage.read(tx -> planned(tx, tenant, document));
    }

    private Planned planned(Transaction tx, Tenant tenant, ProgramDocument document) {
        List<ProgramVersion> versions = tx.programs().all(tenant.id());
        @Nullable ProgramVersion newest = versions.isEmpty() ? null : versions.getLast();
        @Nullable ProgramDocument before = newest == null ? null : newest.document();
        Instant now = time.now(tx, tenant.id());
        List<Problem> warnings = new ArrayList<>(ProgramWarnings.of(versions, document, now));
        List<Problem> problems = switch (checker.check(document)) {
            case Checked.Valid(Program program) -> {
                warnings.addAll(ConditionWarnings.of(program, now));
                yield List.of();
            }
            case Checked.Broken(List<Problem> found) -> found;
        };
        return new Planned(
                problems,
                ProgramDifference.between(before, document),
                warnings,
                RuleOverlap.in(document),
                newest == null ? 0 : newest.number(),
                tx.replans().members(tenant.id()));
    }

    /**
     * Makes a document the next version, exactly once for each key. While the tenant's clock is being advanced it waits.
     *
     * @param reply makes the reply, which is kept for repetitions of the request
     * @return refused with {@link Reason#PROGRAM_INVALID} and every problem, {@link Reason#INVALID_REQUEST} for a
     *     moment that is out of range, {@link Reason#PROGRAM_VERSION_NOT_FOUND} when the document is to be an old
     *     version's, {@link Reason#PROGRAM_VERSION_MOVED}, or {@link Reason#KEY_REUSED}
     */
    public Result<Answer> apply(
            Tenant tenant, ApplyProgram command, Identity identity, Function<ProgramVersion, Payload> reply) {
        return attempts.decide(
                time,
                tenant.id(),
                (tx, now) ->
                        new Keyed(tx, tenant, identity).once(() -> applied(tx, tenant, command, identity, reply, now)));
    }

    private Result<Payload> applied(
            Transaction tx,
            Tenant tenant,
            ApplyProgram command,
            Identity identity,
            Function<ProgramVersion, Payload> reply,
            Instant now) {
        return command.decide(tx.programs().all(tenant.id()), checker, now).map(version -> {
            Payload bytes = reply.apply(version);
            tx.programs().add(tenant.id(), version, identity.key(), bytes);
            announceRaffles(tx, tenant, version);
            tx.replans().ask(tenant.id(), version);
            return bytes;
        });
    }

    /** A raffle's seed is fixed as soon as anybody can know of the raffle. */
    private static void announceRaffles(Transaction tx, Tenant tenant, ProgramVersion version) {
        List<String> raffles = version.document().engagement().raffles().stream()
                .map(RaffleDocument::id)
                .toList();
        if (!raffles.isEmpty()) {
            tx.raffles().announce(tenant.id(), raffles, version.appliedAt());
        }
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
            return ApplyProgram.find(versions, version.getAsInt());
        }
        return versions.isEmpty() ? Result.refused(Refusal.programNotApplied()) : Result.ok(versions.getLast());
    }

    /** How far the members are planned again by the version; empty when nothing was asked for it. */
    public Optional<Replan> planning(Tenant tenant, int version) {
        return storage.read(tx -> tx.replans().find(tenant.id(), version));
    }

    /** The number of the version that decides what happens now, 0 when there is none. */
    public int inForce(Tenant tenant) {
        return storage.read(tx -> ProgramVersion.inForce(tx.programs().all(tenant.id()), time.now(tx, tenant.id()))
                .map(ProgramVersion::number)
                .orElse(0));
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
}
