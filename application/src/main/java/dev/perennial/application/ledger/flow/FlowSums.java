package dev.perennial.application.ledger.flow;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads sums of entries, and sums the days that are over before it does. Whoever is cut off leaves the rest to the next
 * who asks.
 */
public final class FlowSums {

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final UnitFlows flows;
    private final TenantTime time;

    public FlowSums(Storage storage, ProgramCatalog catalog, UnitFlows flows, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.flows = flows;
        this.time = time;
    }

    /** When it was asked, and under which programs. */
    record Asked(ProgramHistory programs, Instant now) {

        BusinessDays days() {
            return new BusinessDays(programs);
        }

        LocalDate today() {
            return days().at(now).on();
        }
    }

    /** Refused with {@link Reason#PROGRAM_NOT_APPLIED}. */
    Result<Asked> asked(Tenant tenant) {
        Asked asked = storage.read(tx -> new Asked(catalog.in(tx, tenant.id()), time.now(tx, tenant.id())));
        return asked.programs().isEmpty() ? Result.refused(Refusal.programNotApplied()) : Result.ok(asked);
    }

    /** Refused with {@link Reason#BALANCE_OVERFLOW} when a sum exceeds 64 bits. */
    public static <T> Result<T> withinRange(Supplier<Result<T>> summing) {
        try {
            return summing.get();
        } catch (ArithmeticException tooLarge) { // only exact arithmetic throws it, and nothing was changed
            return Result.refused(Refusal.of(Reason.BALANCE_OVERFLOW, "The sum would exceed what can be counted."));
        }
    }

    List<UnitFlow> during(Tenant tenant, Asked asked, Set<UnitId> units, Days days) {
        if (units.isEmpty()) {
            return List.of();
        }
        sumWhatIsOver(tenant, asked);
        return flows.during(tenant.id(), units, days);
    }

    List<UnitFlow> of(Tenant tenant, MemberId member, Set<UnitId> units) {
        return units.isEmpty() ? List.of() : flows.of(tenant.id(), member, units);
    }

    private void sumWhatIsOver(Tenant tenant, Asked asked) {
        BusinessDays days = asked.days();
        Optional<Instant> first = flows.firstUnsummed(tenant.id());
        while (first.isPresent()) {
            Day day = days.at(first.get());
            if (!BusinessDays.isSettled(day.end(), asked.now())) {
                return;
            }
            flows.sum(tenant.id(), day);
            first = flows.firstUnsummed(tenant.id());
        }
    }
}
