package dev.perennial.application.loyalty.simulation;

import dev.perennial.application.loyalty.simulation.Watcher.Reached;
import dev.perennial.application.program.ApplyProgram;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.MemberRecords.Numbered;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.pool.PoolHolder;
import dev.perennial.domain.loyalty.replay.RecordedMember;
import dev.perennial.domain.loyalty.replay.Replay;
import dev.perennial.domain.loyalty.replay.Timeline;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Decides what was recorded once more under another program. Nothing is written. Members are read a page at a time, each
 * page in one reading transaction, and decided when that has ended: so many members need no more memory than few, and no
 * connection waits for a decision.
 */
public final class ProgramSimulations {

    private static final int AT_ONCE_MAX = 2;
    private static final int PAGE = 50;

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final ProgramChecker checker;
    private final TenantTime time;
    private final Semaphore running = new Semaphore(AT_ONCE_MAX);

    public ProgramSimulations(Storage storage, ProgramCatalog catalog, ProgramChecker checker, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.checker = checker;
        this.time = time;
    }

    private record Page(ProgramHistory programs, int upTo, int members, List<RecordedMember> recorded) {}

    /**
     * Simulates. When the watcher is gone, the report is about the members until then.
     *
     * @return refused with {@link Reason#TOO_MANY_SIMULATIONS}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#PROGRAM_VERSION_NOT_FOUND}, {@link Reason#PROGRAM_INVALID}, {@link Reason#UNIT_NOT_FOUND}, {@link
     *     Reason#INVALID_REQUEST} for a period that is none, or {@link Reason#BALANCE_OVERFLOW}
     */
    public Result<SimulationReport> simulate(Tenant tenant, Simulation simulation, Watcher watcher) {
        if (!running.tryAcquire()) {
            return Result.refused(Refusal.of(
                    Reason.TOO_MANY_SIMULATIONS, "This server simulates as much as it can at once; ask again later."));
        }
        try {
            return storage.<Result<Course>>read(tx -> {
                        ProgramHistory programs = catalog.in(tx, tenant.id());
                        Instant now = time.now(tx, tenant.id());
                        long members = tx.replans().members(tenant.id());
                        return programs.isEmpty()
                                ? Result.refused(Refusal.programNotApplied())
                                : course(simulation, programs, now, members);
                    })
                    .map(course -> replayed(tenant, course, watcher));
        } catch (ArithmeticException tooLarge) { // only exact arithmetic throws it, and nothing was written
            return Result.refused(Refusal.of(Reason.BALANCE_OVERFLOW, "The sum would exceed what can be counted."));
        } finally {
            running.release();
        }
    }

    /** A simulation of which everything is known to make sense. */
    private record Course(
            Simulation simulation,
            ProgramHistory programs,
            Timeline proposed,
            Instant to,
            UnitId rankedBy,
            long members) {}

    private Result<Course> course(Simulation simulation, ProgramHistory programs, Instant now, long members) {
        Instant from = simulation.from();
        Instant to = simulation.to().orElse(now);
        Instant first = programs.versions().getFirst().version().effectiveAt();
        if (to.isAfter(now)) {
            return Result.refused(Refusal.invalid("to", "must not be in the future"));
        }
        if (!from.isBefore(to)) {
            return Result.refused(Refusal.invalid("from", "must be before the end"));
        }
        if (from.isBefore(first)) {
            return Result.refused(
                    Refusal.invalid("from", "must not be before " + first + ", when the first version took effect"));
        }
        var current = programs.at(now).program();
        UnitId rankedBy = simulation
                .unit()
                .orElseGet(
                        () -> new UnitId(current.document().units().getFirst().id()));
        if (programs.versions().stream()
                .noneMatch(version -> version.program().units().containsKey(rankedBy))) {
            return Result.refused(Refusal.of(Reason.UNIT_NOT_FOUND, "The program has no such unit."));
        }
        return timeline(simulation, programs)
                .map(proposed -> new Course(simulation, programs, proposed, to, rankedBy, members));
    }

    private Result<Timeline> timeline(Simulation simulation, ProgramHistory programs) {
        List<ProgramVersion> versions = programs.versions().stream()
                .map(ProgramHistory.InForce::version)
                .toList();
        return simulation
                .program()
                .map(source -> ApplyProgram.program(source, versions, checker)
                        .map(program -> Timeline.proposing(programs, program, simulation.from())))
                .orElseGet(() -> Result.ok(Timeline.of(programs)));
    }

    private SimulationReport replayed(Tenant tenant, Course course, Watcher watcher) {
        Tallying tallying = new Tallying(course.rankedBy());
        Instant from = course.simulation().from();
        int upTo = 0;
        long looked = 0;
        boolean more = true;
        while (more && !watcher.isGone()) {
            Page page = page(tenant, course, upTo);
            Replay replay = new Replay(page.programs(), course.proposed(), from, course.to());
            for (RecordedMember member : page.recorded()) {
                if (!watcher.isGone()) {
                    tallying.add(member.stored().id(), replay.of(member));
                }
            }
            upTo = page.upTo();
            looked += page.members();
            more = page.members() == PAGE;
            watcher.reached().accept(new Reached(looked, Math.max(looked, course.members())));
        }
        return tallying.report(
                from, course.to(), course.programs(), course.proposed().all());
    }

    /** The programs are read with it: a version that was applied meanwhile has decided some of it. */
    private Page page(Tenant tenant, Course course, int after) {
        return storage.read(tx -> {
            List<Numbered> numbered = tx.records().members(tenant.id(), after, PAGE);
            Set<MemberId> chosen = numbered.stream()
                    .filter(each -> course.simulation().holds(each.number()) && !PoolHolder.is(each.member()))
                    .map(Numbered::member)
                    .collect(Collectors.toSet());
            List<MemberState> states = tx.members().read(tenant.id(), chosen).values().stream()
                    .filter(state -> !state.enrolledAt().isAfter(course.to()))
                    .toList();
            List<RecordedMember> recorded =
                    states.isEmpty() ? List.of() : tx.records().of(tenant.id(), states);
            int upTo = numbered.isEmpty() ? after : numbered.getLast().number();
            return new Page(catalog.in(tx, tenant.id()), upTo, numbered.size(), recorded);
        });
    }
}
