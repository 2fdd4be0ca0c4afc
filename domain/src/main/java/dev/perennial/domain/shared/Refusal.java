package dev.perennial.domain.shared;

import java.util.List;
import java.util.Map;

/**
 * Why a request had no effect; a value, because being refused is an ordinary outcome.
 *
 * @param details the variables of the message by name, for a machine to read
 * @param problems each wrong field, empty unless the reason is {@link Reason#INVALID_REQUEST} or {@link Reason#PROGRAM_INVALID}
 */
public record Refusal(Reason reason, String message, Map<String, String> details, List<Problem> problems) {

    public Refusal {
        details = Map.copyOf(details);
        problems = List.copyOf(problems);
    }

    public static Refusal of(Reason reason, String message) {
        return new Refusal(reason, message, Map.of(), List.of());
    }

    public static Refusal of(Reason reason, String message, Map<String, String> details) {
        return new Refusal(reason, message, details, List.of());
    }

    public static Refusal invalid(List<Problem> problems) {
        return new Refusal(Reason.INVALID_REQUEST, "The request has " + count(problems) + ".", Map.of(), problems);
    }

    public static Refusal invalid(String field, String description) {
        return invalid(List.of(new Problem(field, description)));
    }

    private static String count(List<Problem> problems) {
        return problems.size() == 1 ? "1 invalid field" : problems.size() + " invalid fields";
    }
}
