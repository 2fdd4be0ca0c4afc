package dev.perennial.domain.testing;

import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.StandingDocument;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Level;
import java.util.List;

/** What a full document says of standing. */
final class FullStanding {

    private static final Named SHIPPING = new Named("free_shipping", "Free shipping");

    private FullStanding() {}

    static StandingDocument written() {
        TiersDocument tiers = new TiersDocument(
                "status",
                new TiersDocument.Window.RollingDays(365),
                List.of(
                        new Level("silver", "Silver", 10, List.of(SHIPPING)),
                        new Level("gold", "Gold", 30, List.of(SHIPPING, new Named("lounge", "")))),
                60,
                TiersDocument.Downgrade.ONE_LEVEL,
                TiersDocument.OnRefund.KEEP_UNTIL_REVIEW,
                new TiersDocument.StatusMatch(90, 50, 275));
        return new StandingDocument(
                tiers,
                List.of(
                        new PlanDocument("plus", "Plus", 4_900, 12, 30, 14, List.of(SHIPPING), "silver"),
                        new PlanDocument("lite", "", 0, 1, 0, 0, List.of(), "")));
    }
}
