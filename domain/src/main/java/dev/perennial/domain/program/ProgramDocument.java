package dev.perennial.domain.program;

import java.util.List;

/**
 * A program as its author wrote it, not checked yet.
 *
 * @param timeZone IANA zone in which periods, month ends and local dates are read
 * @param currency ISO 4217 code; amounts in conditions and rules are in its smallest unit
 * @param reopenWindowDays how old a late fact may be and still have what was earned since decided again; 0 to 400
 */
public record ProgramDocument(
        String timeZone,
        String currency,
        int reopenWindowDays,
        List<UnitDefinition> units,
        EarningDocument earning,
        EngagementDocument engagement,
        StandingDocument standing,
        SpendingDocument spending,
        PartiesDocument parties) {

    public static final int DEFAULT_REOPEN_WINDOW_DAYS = 60;

    public ProgramDocument {
        units = List.copyOf(units);
    }

    /** A program of units and rules that grant them. */
    public ProgramDocument(
            String timeZone,
            String currency,
            int reopenWindowDays,
            List<UnitDefinition> units,
            List<EarningRuleDocument> rules) {
        this(
                timeZone,
                currency,
                reopenWindowDays,
                units,
                EarningDocument.of(rules),
                EngagementDocument.NONE,
                StandingDocument.NONE,
                SpendingDocument.NONE,
                PartiesDocument.NONE);
    }

    public List<EarningRuleDocument> earningRules() {
        return earning.rules();
    }
}
