package dev.perennial.application.program;

import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramChecker.Checked;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Somebody's wish that a document become the next version.
 *
 * @param effectiveAt the first moment that it decides; empty means now
 * @param expectedVersion the number that the newest version must have; empty means any
 */
public record ApplyProgram(Source source, Optional<Instant> effectiveAt, String note, OptionalInt expectedVersion) {

    /** Further ahead is a slip of the pen, and such a version would come into force long after anybody expects it. */
    private static final Duration AHEAD_MAX = Duration.ofDays(3_653);

    /** Where the document comes from. */
    public sealed interface Source {

        record Written(ProgramDocument document) implements Source {}

        record Earlier(int version) implements Source {}
    }

    /** @param versions all so far, ascending; storage keeps microseconds, so that is all a version's moments have */
    Result<ProgramVersion> decide(List<ProgramVersion> versions, ProgramChecker checker, Instant now) {
        int newest = versions.isEmpty() ? 0 : versions.getLast().number();
        if (expectedVersion.isPresent() && expectedVersion.getAsInt() != newest) {
            return Result.refused(Refusal.programVersionMoved(newest, expectedVersion.getAsInt()));
        }
        Instant effective = effectiveAt.orElse(now);
        if (effective.isBefore(now)) {
            return Result.refused(Refusal.invalid("effective_at", "must not be in the past"));
        }
        if (effective.isAfter(now.plus(AHEAD_MAX))) {
            return Result.refused(Refusal.invalid("effective_at", "must be within ten years"));
        }
        return program(source, versions, checker)
                .map(program -> new ProgramVersion(
                        newest + 1,
                        effective.truncatedTo(ChronoUnit.MICROS),
                        now.truncatedTo(ChronoUnit.MICROS),
                        note,
                        program.document()));
    }

    /**
     * The program that the source means.
     *
     * @return refused with {@link Reason#PROGRAM_VERSION_NOT_FOUND} or {@link Reason#PROGRAM_INVALID}
     */
    public static Result<Program> program(Source source, List<ProgramVersion> versions, ProgramChecker checker) {
        return document(source, versions).then(document -> checked(document, checker));
    }

    private static Result<ProgramDocument> document(Source source, List<ProgramVersion> versions) {
        return switch (source) {
            case Source.Written(ProgramDocument document) -> Result.ok(document);
            case Source.Earlier(int number) -> find(versions, number).map(ProgramVersion::document);
        };
    }

    static Result<ProgramVersion> find(List<ProgramVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Refusal.of(
                        Reason.PROGRAM_VERSION_NOT_FOUND,
                        "The program has no version " + number + ".",
                        Map.of("version", Integer.toString(number)))));
    }

    private static Result<Program> checked(ProgramDocument document, ProgramChecker checker) {
        return switch (checker.check(document)) {
            case Checked.Valid(Program program) -> Result.ok(program);
            case Checked.Broken(List<Problem> problems) -> Result.refused(broken(problems));
        };
    }

    private static Refusal broken(List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return new Refusal(Reason.PROGRAM_INVALID, "The program has " + count + ".", Map.of(), problems);
    }
}
