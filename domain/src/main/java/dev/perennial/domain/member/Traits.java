package dev.perennial.domain.member;

/**
 * The part of a profile that conditions may read. It is stored with each decision, so that the decision can be
 * explained and computed again; that is why it holds nothing by which a person can be found.
 *
 * @param birthYear 0 when unknown
 */
public record Traits(
        String gender, String country, int birthYear, String locale, String timeZone, String acquisitionSource) {

    public static final Traits UNKNOWN = new Traits("", "", 0, "", "", "");
}
