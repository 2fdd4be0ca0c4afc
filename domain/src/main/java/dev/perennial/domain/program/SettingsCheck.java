package dev.perennial.domain.program;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Currency;
import java.util.Optional;

/** What is asked of the zone and the currency in which a program counts. */
final class SettingsCheck {

    private SettingsCheck() {}

    /** Only names of the zone database: an offset such as {@code +02:00} knows no daylight saving. */
    static Optional<ZoneId> zone(String name, Findings findings) {
        if (ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        findings.add("is not an IANA time zone, such as Europe/Berlin");
        return Optional.empty();
    }

    static Optional<Currency> currency(String code, Findings findings) {
        Optional<Currency> currency = Currency.availableCurrencies()
                .filter(candidate -> candidate.getCurrencyCode().equals(code))
                .findFirst();
        if (currency.isEmpty()) {
            findings.add("is not an ISO 4217 currency code, such as EUR");
        } else if (currency.get().getDefaultFractionDigits() < 0) {
            findings.add("is not a currency that amounts can be paid in: it has no smallest unit");
            return Optional.empty();
        }
        return currency;
    }
}
