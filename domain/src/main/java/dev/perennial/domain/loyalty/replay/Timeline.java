package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The versions of a program, each known from the moment on at which it was applied. */
public final class Timeline {

    private final ProgramHistory all;
    private final int proposed;
    private final NavigableMap<Instant, ProgramHistory> known = new TreeMap<>();

    private Timeline(ProgramHistory all, int proposed) {
        this.all = all;
        this.proposed = proposed;
        for (InForce version : all.versions()) {
            Instant at = version.version().appliedAt();
            known.put(at, only(one -> !one.version().appliedAt().isAfter(at)));
        }
    }

    /** The versions as they were applied. */
    public static Timeline of(ProgramHistory programs) {
        return new Timeline(programs, 0);
    }

    /**
     * As if the program had been applied at the moment and nothing else since.
     *
     * @param from not before the first version takes effect
     */
    public static Timeline proposing(ProgramHistory programs, Program program, Instant from) {
        List<InForce> versions = new ArrayList<>(programs.versions());
        int number = versions.stream().mapToInt(InForce::number).max().orElse(0) + 1;
        versions.removeIf(version -> !version.version().effectiveAt().isBefore(from));
        versions.add(new InForce(new ProgramVersion(number, from, from, "", program.document()), program));
        versions.sort(Comparator.comparing(InForce::version, ProgramVersion.BY_EFFECT));
        return new Timeline(new ProgramHistory(versions), number);
    }

    public ProgramHistory all() {
        return all;
    }

    /** What is known at the moment; nothing before anything was applied. */
    ProgramHistory knownAt(Instant moment) {
        Map.Entry<Instant, ProgramHistory> latest = known.floorEntry(moment);
        return latest == null ? ProgramHistory.NONE : latest.getValue();
    }

    /** The same, when a fact tells that a version was only applied after it, at the very same moment. */
    ProgramHistory knownTo(RecordedFact fact) {
        Instant at = fact.recordedAt();
        Predicate<InForce> tooLate = version -> version.number() != proposed
                && version.number() > fact.programVersion()
                && fact.programVersion() > 0
                && version.version().appliedAt().equals(at)
                && !fact.activity().decidedAsOf(at).isBefore(version.version().effectiveAt());
        ProgramHistory then = knownAt(at);
        return then.versions().stream().anyMatch(tooLate)
                ? only(tooLate.negate().and(then.versions()::contains))
                : then;
    }

    /** With a version that was in force elsewhere and never is here, so that what was made under it can be read. */
    static ProgramHistory knowing(ProgramHistory here, ProgramHistory elsewhere, int number) {
        if (here.versions().stream().anyMatch(version -> version.number() == number)) {
            return here;
        }
        InForce there = elsewhere.numbered(number);
        ProgramVersion never = new ProgramVersion(
                number,
                Instant.MAX,
                there.version().appliedAt(),
                "",
                there.version().document());
        List<InForce> versions = new ArrayList<>(here.versions());
        versions.add(new InForce(never, there.program()));
        return new ProgramHistory(versions);
    }

    private ProgramHistory only(Predicate<InForce> which) {
        return new ProgramHistory(all.versions().stream().filter(which).toList());
    }
}
