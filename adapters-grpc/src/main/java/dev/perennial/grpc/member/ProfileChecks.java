package dev.perennial.grpc.member;

import com.google.type.Date;
import dev.perennial.application.member.BirthDates;
import dev.perennial.contract.member.v1.Consent;
import dev.perennial.contract.member.v1.ConsentChannel;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.domain.member.Identifier;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.Times;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.zone.ZoneRulesProvider;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Is a profile made of things that exist: days, countries, languages, time zones? Empty fields are fine. */
final class ProfileChecks {

    private static final Pattern UN_REGION = Pattern.compile("[0-9]{3}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final LocalDate OLDEST = LocalDate.of(1850, 1, 1);

    /** As much as clocks may differ. */
    private static final Duration AHEAD_MAX = Duration.ofDays(1);

    private final InstantSource clock;

    ProfileChecks(InstantSource clock) {
        this.clock = clock;
    }

    void check(Profile profile, Problems problems) {
        problems.at("email")
                .require(
                        profile.getEmail().isEmpty() || Identifier.isEmail(profile.getEmail()),
                        "is not an e-mail address");
        if (profile.hasBirthDate()) {
            problems.at("birth_date").require(isBirthDate(profile.getBirthDate()), BirthDates.PROBLEM);
        }
        String country = profile.getCountry();
        problems.at("country")
                .require(country.isEmpty() || COUNTRIES.contains(country), "is not an ISO 3166-1 alpha-2 country");
        String locale = profile.getLocale();
        problems.at("locale").require(locale.isEmpty() || isLocale(locale), "is not a BCP 47 tag of a known language");
        String zone = profile.getTimeZone();
        problems.at("time_zone")
                .require(
                        zone.isEmpty()
                                || ZoneRulesProvider.getAvailableZoneIds().contains(zone),
                        "is not an IANA time zone, such as Europe/Berlin");
        checkConsents(profile, problems.at("consents"));
    }

    private void checkConsents(Profile profile, Problems problems) {
        Set<ConsentChannel> seen = EnumSet.noneOf(ConsentChannel.class);
        for (int i = 0; i < profile.getConsentsCount(); i++) {
            Consent consent = profile.getConsents(i);
            Problems here = problems.at(i);
            here.at("channel").require(seen.add(consent.getChannel()), "is there twice");
            here.at("at").require(isPast(consent), "is not a moment that has come");
        }
    }

    /** In a sandbox it may be any: what has come there only its decision knows. */
    private boolean isPast(Consent consent) {
        return consent.hasAt()
                && Times.isValid(consent.getAt())
                && !(Caller.livesInRealTime()
                        && Times.toDomain(consent.getAt())
                                .isAfter(clock.instant().plus(AHEAD_MAX)));
    }

    private boolean isBirthDate(Date date) {
        Optional<LocalDate> day = Times.date(date);
        return day.isPresent() && !day.get().isBefore(OLDEST) && !isToCome(day.get());
    }

    private boolean isToCome(LocalDate birthDate) {
        return Caller.livesInRealTime() && BirthDates.isToCome(birthDate, clock.instant());
    }

    private static boolean isLocale(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String region = locale.getCountry();
            return LANGUAGES.contains(locale.getLanguage())
                    && (region.isEmpty()
                            || COUNTRIES.contains(region)
                            || UN_REGION.matcher(region).matches());
        } catch (IllformedLocaleException illformed) {
            return false;
        }
    }
}
