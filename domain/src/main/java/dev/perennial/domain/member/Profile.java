package dev.perennial.domain.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a business knows about a customer as a person. Texts are empty when unknown.
 *
 * @param publicName what other members see, of the customer's own choice; empty for nothing
 * @param gender the caller's own word
 * @param country ISO 3166-1 alpha-2
 * @param locale a BCP 47 language tag
 * @param timeZone an IANA zone; empty means the program's
 * @param acquisitionSource where the customer came from: a channel, a campaign, a partner
 * @param consents what the customer said about being contacted, at most one of each channel
 */
public record Profile(
        String displayName,
        String publicName,
        String email,
        @Nullable LocalDate birthDate,
        String gender,
        String country,
        String locale,
        String timeZone,
        String acquisitionSource,
        List<Consent> consents) {

    public static final Profile EMPTY = new Profile("", "", "", null, "", "", "", "", "");

    public Profile {
        consents = List.copyOf(consents);
    }

    /** Of somebody who said nothing about being contacted. */
    public Profile(
            String displayName,
            String publicName,
            String email,
            @Nullable LocalDate birthDate,
            String gender,
            String country,
            String locale,
            String timeZone,
            String acquisitionSource) {
        this(
                displayName,
                publicName,
                email,
                birthDate,
                gender,
                country,
                locale,
                timeZone,
                acquisitionSource,
                List.of());
    }

    /** The part that conditions may read and that is kept in plain text. */
    public Traits traits() {
        return new Traits(
                gender, country, birthDate == null ? 0 : birthDate.getYear(), locale, timeZone, acquisitionSource);
    }

    /** This profile with another name for other members to see. */
    public Profile named(String other) {
        return new Profile(
                displayName, other, email, birthDate, gender, country, locale, timeZone, acquisitionSource, consents);
    }

    /** This profile with the named fields taken from the other. */
    public Profile with(Profile other, Set<ProfileField> fields) {
        return new Profile(
                fields.contains(ProfileField.DISPLAY_NAME) ? other.displayName : displayName,
                fields.contains(ProfileField.PUBLIC_NAME) ? other.publicName : publicName,
                fields.contains(ProfileField.EMAIL) ? other.email : email,
                fields.contains(ProfileField.BIRTH_DATE) ? other.birthDate : birthDate,
                fields.contains(ProfileField.GENDER) ? other.gender : gender,
                fields.contains(ProfileField.COUNTRY) ? other.country : country,
                fields.contains(ProfileField.LOCALE) ? other.locale : locale,
                fields.contains(ProfileField.TIME_ZONE) ? other.timeZone : timeZone,
                fields.contains(ProfileField.ACQUISITION_SOURCE) ? other.acquisitionSource : acquisitionSource,
                fields.contains(ProfileField.CONSENTS) ? other.consents : consents);
    }
}
