package dev.perennial.domain.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a request had no effect; a value, because being refused is an ordinary outcome.
 *
 * @param details the variables of the message by name, for a machine to read
 * @param problems each wrong field, empty unless the reason is {@link Reason#INVALID_REQUEST} or
 *     {@link Reason#PROGRAM_INVALID}
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

    /** The same, with one more variable for a machine to read. */
    public Refusal with(String name, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(name, value);
        return new Refusal(reason, message, more, problems);
    }

    public static Refusal invalid(List<Problem> problems) {
        return new Refusal(Reason.INVALID_REQUEST, "The request has " + count(problems) + ".", Map.of(), problems);
    }

    public static Refusal invalid(String field, String description) {
        return invalid(List.of(new Problem(field, description)));
    }

    /** The one refusal for a member that does not exist and for another tenant's: nobody learns which it was. */
    public static Refusal memberNotFound() {
        return of(Reason.MEMBER_NOT_FOUND, "There is no such member.");
    }

    /** Says nothing of whose it is. */
    public static Refusal identifierTaken() {
        return of(Reason.IDENTIFIER_TAKEN, "The identifier belongs to a member already.");
    }

    /** A code that a voucher should bring along became somebody's, or a list's, just now. */
    public static Refusal codeTaken() {
        return invalid("vouchers", "have codes of which one has just become somebody's voucher, or come on a list");
    }

    public static Refusal programNotApplied() {
        return of(Reason.PROGRAM_NOT_APPLIED, "No program was applied yet.");
    }

    public static Refusal keyReused() {
        return of(Reason.KEY_REUSED, "The key was used before with another request.");
    }

    public static Refusal orderAlreadyRecorded(String orderId) {
        return of(
                Reason.ORDER_ALREADY_RECORDED,
                "The order was already recorded under another key.",
                Map.of("order_id", orderId));
    }

    /**
     * Another version is there than the caller expects.
     *
     * @param version the one that is there, 0 for none
     */
    public static Refusal programVersionMoved(int version, int expected) {
        return of(
                Reason.PROGRAM_VERSION_MOVED,
                "The program's version is " + version + ", not " + expected + ".",
                Map.of("program_version", Integer.toString(version), "expected_version", Integer.toString(expected)));
    }

    /**
     * The member is not where the caller saw it.
     *
     * @param sequence the member's now
     */
    public static Refusal memberMoved(long sequence, long expected) {
        return of(
                Reason.MEMBER_MOVED,
                "The member was changed since it was read.",
                Map.of("member_seq", Long.toString(sequence), "expected_member_seq", Long.toString(expected)));
    }

    private static String count(List<Problem> problems) {
        return problems.size() == 1 ? "1 invalid field" : problems.size() + " invalid fields";
    }
}
