package dev.perennial.application.member;

import dev.perennial.domain.member.Profile;
import dev.perennial.domain.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Birth dates that have not come yet. A real tenant's are refused before they reach a lane; what is the future of a
 * sandbox only its decision knows.
 */
public final class BirthDates {

    public static final String PROBLEM = "is not a day from 1850 up to today";

    private BirthDates() {}

    /** Whether the day has begun nowhere: somewhere it is already tomorrow. */
    public static boolean isToCome(LocalDate birthDate, Instant now) {
        return birthDate.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1));
    }

    static boolean isToCome(Profile profile, Instant now) {
        LocalDate birthDate = profile.birthDate();
        return birthDate != null && isToCome(birthDate, now);
    }

    static Refusal refusal() {
        return Refusal.invalid("profile.birth_date", PROBLEM);
    }
}
