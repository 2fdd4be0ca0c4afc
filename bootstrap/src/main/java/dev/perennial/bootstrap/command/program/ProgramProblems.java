package dev.perennial.bootstrap.command.program;

import com.google.rpc.BadRequest.FieldViolation;
import dev.perennial.contract.program.v1.ProgramProblem;
import java.io.PrintWriter;
import java.util.List;

/** Shows what is wrong with a program, one line a problem, as compilers do: {@code file:line:column: path: what}. */
final class ProgramProblems {

    private final String file;
    private final ReadProgram read;
    private final PrintWriter to;

    ProgramProblems(String file, ReadProgram read, PrintWriter to) {
        this.file = file;
        this.read = read;
        this.to = to;
    }

    void structural() {
        read.problems().forEach(problem -> line(problem.place(), problem.path(), problem.description()));
    }

    void found(List<ProgramProblem> problems) {
        problems.forEach(problem -> found(problem.getField(), problem.getDescription()));
    }

    /** Violations name the request's fields, of which the program is one. */
    void violations(List<FieldViolation> violations) {
        violations.forEach(
                violation -> found(violation.getField().replaceFirst("^program\\.?", ""), violation.getDescription()));
    }

    private void found(String path, String description) {
        line(read.placeOf(path).orElse(new Place(1, 1)), path, description);
    }

    private void line(Place place, String path, String description) {
        String where = file + ":" + place.line() + ":" + place.column() + ": ";
        to.println(where + (path.isEmpty() ? "" : path + ": ") + description);
        to.flush();
    }
}
