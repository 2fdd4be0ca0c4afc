package dev.perennial.domain.member;

/** The fields of a profile, each of which a caller can change by itself. */
public enum ProfileField {
    DISPLAY_NAME,
    PUBLIC_NAME,
    EMAIL,
    BIRTH_DATE,
    GENDER,
    COUNTRY,
    LOCALE,
    TIME_ZONE,
    ACQUISITION_SOURCE,
    CONSENTS
}
