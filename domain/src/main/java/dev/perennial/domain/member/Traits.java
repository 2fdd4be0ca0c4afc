package dev.perennial.domain.member;

/**
 * The part of what is known of a member that conditions may read. It is stored with each decision, so that the decision
 * can be explained and computed again; that is why it holds nothing by which a person can be found.
 *
 * @param birthYear 0 when unknown
 * @param status what the member may do; no part of the profile, so a changed profile keeps it
 * @param staff whether the member works for the business; no part of the profile either
 */
public record Traits(
        String gender,
        String country,
        int birthYear,
        String locale,
        String timeZone,
        String acquisitionSource,
        MemberStatus status,
        boolean staff) {

    public static final Traits UNKNOWN = new Traits("", "", 0, "", "", "");

    /** Of an active member who is no staff. */
    public Traits(
            String gender, String country, int birthYear, String locale, String timeZone, String acquisitionSource) {
        this(gender, country, birthYear, locale, timeZone, acquisitionSource, MemberStatus.ACTIVE, false);
    }

    public Traits as(MemberStatus other, boolean nowStaff) {
        return new Traits(gender, country, birthYear, locale, timeZone, acquisitionSource, other, nowStaff);
    }

    public boolean isClosed() {
        return status == MemberStatus.CLOSED;
    }
}
