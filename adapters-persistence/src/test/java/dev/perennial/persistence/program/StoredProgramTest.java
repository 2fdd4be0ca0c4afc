package dev.perennial.persistence.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Limits;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.testing.FullDocument;
import dev.perennial.persistence.shared.Json;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Programs are kept for as long as the ledger: what any version of the code wrote must read. */
class StoredProgramTest {

    @Test
    void ofTheFirstVersion() {
        String stored = """
            {"time_zone":"Europe/Berlin","currency":"EUR","reopen_window_days":30,
             "units":[{"id":"points","name":"Points","scale":0}],
             "earning_rules":[{"id":"base","name":"Base","activity_type":"PURCHASE","custom_name":"","condition":"",
               "unit":"points","amount":{"type":"fixed","units":7},"pending_days":14,
               "expiry":{"type":"end_of_year","years_later":1},
               "caps":[{"period":"DAY","units":5}],"earns_on_historical":true}]}
            """;
        EarningRuleDocument rule = new EarningRuleDocument(
                "base",
                "Base",
                Subject.every(ActivityType.PURCHASE),
                "points",
                new EarningAmount.Fixed(7),
                EarningBase.GOODS,
                new Pending.ForDays(14),
                new Expiry.EndOfYear(1),
                new Limits(List.of(Cap.units(5, Period.DAY)), Duration.ZERO),
                "",
                "",
                true);

        assertThat(ProgramJson.read(Json.parse(stored)))
                .isEqualTo(new ProgramDocument(
                        "Europe/Berlin", "EUR", 30, List.of(new UnitDefinition("points", "Points", 0)), List.of(rule)));
    }

    @Test
    void everythingThatADocumentCanSay() {
        ProgramDocument document = FullDocument.written();

        assertThat(ProgramJson.read(Json.parse(ProgramJson.write(document)))).isEqualTo(document);
    }

    @Test
    void everyWindowOfTiers() {
        TiersDocument tiers =
                Objects.requireNonNull(FullDocument.written().standing().tiers());
        for (TiersDocument.Window window :
                List.of(new TiersDocument.Window.CalendarYear(), new TiersDocument.Window.AnniversaryYear())) {
            TiersDocument other = new TiersDocument(
                    tiers.unit(),
                    window,
                    tiers.levels(),
                    0,
                    TiersDocument.Downgrade.TO_EARNED,
                    TiersDocument.OnRefund.REVOKE,
                    null);
            String stored = Json.object(json -> TiersJson.write(json, other));
            assertThat(TiersJson.read(Json.parse(stored))).isEqualTo(other);
        }
    }
}
