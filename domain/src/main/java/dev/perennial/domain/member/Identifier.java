package dev.perennial.domain.member;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a member is known by, in the form in which it is compared.
 *
 * @param name the caller's own name for a {@link IdentifierKind#CUSTOM} one; empty for the other kinds
 * @param value in its normal form
 */
public record Identifier(IdentifierKind kind, String name, String value) {

    /** How many a member may have at once. */
    public static final int MAX = 20;

    private static final int SHOWN_MAX = 4;

    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\s-]");
    private static final Pattern CARD = Pattern.compile("[A-Za-z0-9]{4,64}");

    /** What people write between the digits; the country's code comes first, as E.164 has it. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s()./-]");

    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** The shape only: whether an address works is known after writing to it. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)*");

    private static final int EMAIL_MAX = 254;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern CUSTOM = Pattern.compile("\\P{Cc}{1,256}");

    /** Whether it has the shape of an e-mail address. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /**
     * Reads what somebody wrote.
     *
     * @return empty when it is not of the kind, or when a name is given to a kind that has none
     */
    public static Optional<Identifier> of(IdentifierKind kind, String name, String text) {
        boolean named = kind == IdentifierKind.CUSTOM ? NAME.matcher(name).matches() : name.isEmpty();
        return Optional.of(normal(kind, text))
                .filter(value -> named && isOf(kind, value))
                .map(value -> new Identifier(kind, name, value));
    }

    private static String normal(IdentifierKind kind, String text) {
        return switch (kind) {
            case CARD -> BETWEEN_GROUPS.matcher(text).replaceAll("");
            case PHONE -> BETWEEN_DIGITS.matcher(text).replaceAll("");
            case EMAIL -> text.strip().toLowerCase(Locale.ROOT);
            case CUSTOM -> text.strip();
        };
    }

    private static boolean isOf(IdentifierKind kind, String value) {
        return switch (kind) {
            case CARD -> CARD.matcher(value).matches();
            case PHONE -> PHONE.matcher(value).matches();
            case EMAIL -> value.length() <= EMAIL_MAX && isEmail(value);
            case CUSTOM -> CUSTOM.matcher(value).matches();
        };
    }

    /** What may be shown of it: the last four characters, and never more than half of it. */
    public String lastCharacters() {
        int shown = Math.min(SHOWN_MAX, value.length() / 2);
        return value.substring(value.length() - shown);
    }

    /** Personal data does not belong into logs. */
    @Override
    public String toString() {
        return "Identifier[" + kind + " …]";
    }
}
