package dev.perennial.application.program;

import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One tenant's versions, of which each never changes once it is applied and is therefore compiled once. */
final class CompiledPrograms {

    private static final Comparator<InForce> BY_EFFECT =
            Comparator.comparing(InForce::version, ProgramVersion.BY_EFFECT);

    private final ProgramChecker checker;
    private final ReentrantLock compiling = new ReentrantLock();
    private volatile Known known = new Known(0, ProgramHistory.NONE);

    private record Known(int latest, ProgramHistory history) {}

    CompiledPrograms(ProgramChecker checker) {
        this.checker = checker;
    }

    /**
     * The versions up to a number. Who asks while another one compiles waits for that one: both need the same.
     *
     * @param applied reads what was applied; asked only for what is not known yet
     */
    ProgramHistory upTo(int latest, Supplier<List<ProgramVersion>> applied) {
        Known current = known;
        if (current.latest() < latest) {
            current = extended(latest, applied);
        }
        return current.latest() == latest ? current.history() : until(latest, current.history());
    }

    private Known extended(int latest, Supplier<List<ProgramVersion>> applied) {
        compiling.lock();
        try {
            Known before = known;
            if (before.latest() >= latest) {
                return before;
            }
            List<InForce> versions = applied.get().stream()
                    .filter(version -> version.number() > before.latest() && version.number() <= latest)
                    .map(version -> new InForce(version, program(version)))
                    .toList();
            known = new Known(latest, with(before.history(), versions));
            return known;
        } finally {
            compiling.unlock();
        }
    }

    private static ProgramHistory with(ProgramHistory history, List<InForce> versions) {
        return new ProgramHistory(Stream.concat(history.versions().stream(), versions.stream())
                .sorted(BY_EFFECT)
                .toList());
    }

    /** What a transaction sees that began before the newest version was applied; it takes nothing from the others. */
    private static ProgramHistory until(int latest, ProgramHistory history) {
        return new ProgramHistory(history.versions().stream()
                .filter(one -> one.number() <= latest)
                .toList());
    }

    /**
     * Compiles what was found good when it was applied.
     *
     * <p>RATIONALE: it goes through the checks of today. A limit that a later release makes stricter would refuse a
     * version that is in force; whoever makes one stricter must exempt what is applied, for which the checker has no
     * way yet.
     */
    private Program program(ProgramVersion version) {
        return switch (checker.check(version.document())) {
            case ProgramChecker.Checked.Valid(Program program) -> program;
            case ProgramChecker.Checked.Broken(var problems) ->
                throw new IllegalStateException(
                        "version " + version.number() + " was applied but no longer checks: " + problems);
        };
    }
}
