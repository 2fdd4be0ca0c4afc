package dev.perennial.bootstrap.command.program;

import dev.perennial.contract.program.v1.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program as read from JSON.
 *
 * @param problems everything that is structurally wrong; only without any does the program hold all that the file says
 * @param places where each path stands in the file, so that what the server finds wrong can be shown there
 */
public record ReadProgram(Program program, List<JsonProblem> problems, Map<String, Place> places) {

    /** Where a path stands, or else the nearest part around it: what is missing has no place of its own. */
    Optional<Place> placeOf(String path) {
        String part = path;
        while (!part.isEmpty() && !places.containsKey(part)) {
            part = part.substring(0, Math.max(Math.max(part.lastIndexOf('.'), part.lastIndexOf('[')), 0));
        }
        return Optional.ofNullable(places.get(part));
    }
}
