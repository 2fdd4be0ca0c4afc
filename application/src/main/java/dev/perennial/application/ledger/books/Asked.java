package dev.perennial.application.ledger.books;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.ledger.books.Valuations;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When a question was asked, and under which programs. */
record Asked(ProgramHistory programs, Instant now) {

    /** Refused with {@link Reason#PROGRAM_NOT_APPLIED}. */
    static Result<Asked> by(Tenant tenant, Storage storage, ProgramCatalog catalog, TenantTime time) {
        Asked asked = storage.read(tx -> new Asked(catalog.in(tx, tenant.id()), time.now(tx, tenant.id())));
        return asked.programs().isEmpty() ? Result.refused(Refusal.programNotApplied()) : Result.ok(asked);
    }

    Valuations valuations() {
        return new Valuations(programs);
    }

    ZoneId zone() {
        return programs.at(now).program().zone();
    }

    /**
     * Reads times that were asked for; what was left open is now.
     *
     * @return refused with {@link Reason#INVALID_REQUEST} when one is in the future
     */
    Result<Moment> moment(Optional<Instant> asOf, Optional<Instant> knownAt) {
        List<Problem> problems = new ArrayList<>();
        asOf.filter(now::isBefore).ifPresent(later -> problems.add(new Problem("as_of", "must not be in the future")));
        knownAt.filter(now::isBefore)
                .ifPresent(later -> problems.add(new Problem("as_known_at", "must not be in the future")));
        return problems.isEmpty()
                ? Result.ok(new Moment(asOf.orElse(now), knownAt.orElse(now)))
                : Result.refused(Refusal.invalid(problems));
    }

    /**
     * The units that are asked for, of those that are owed to members.
     *
     * @param unit empty for all
     * @return refused with {@link Reason#UNIT_NOT_FOUND} when no version has it
     */
    static Result<Set<UnitId>> units(Valuations valuations, Optional<UnitId> unit) {
        if (unit.isPresent() && !valuations.has(unit.get())) {
            return Result.refused(Refusal.of(Reason.UNIT_NOT_FOUND, "The program never had such a unit."));
        }
        return Result.ok(valuations.spendable().stream()
                .filter(each -> unit.isEmpty() || unit.get().equals(each))
                .collect(Collectors.toSet()));
    }
}
