package dev.perennial.application.ledger.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What partners owe for the rules that they pay for.
 *
 * @param partners those for whose rules anything was recorded, by id
 * @param days which days
 * @param zone the time zone of the last of these days
 * @param complete whether nothing can be added any more
 * @param knownAt when these figures were known
 */
public record Settlement(List<Partner> partners, Days days, ZoneId zone, boolean complete, Instant knownAt) {

    public Settlement {
        partners = List.copyOf(partners);
    }

    /** A partner with a line for each unit, rule and version. */
    public record Partner(String id, String name, List<Line> lines) {

        public Partner {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What one rule of one version granted, in the unit's smallest step.
     *
     * @param issued what it granted
     * @param takenBack what of it was taken back, by a refund or a late fact
     * @param cancelled what was never active because what it waited for did not come, less what came after all
     * @param expired what ran out unused, less what was taken back although it had run out
     */
    public record Line(
            String unit,
            String unitName,
            String rule,
            String ruleName,
            int programVersion,
            long issued,
            long takenBack,
            long cancelled,
            long expired) {

        /** What is left: negative when more was taken back in the period than granted. */
        public long net() {
            return issued - takenBack - cancelled - expired;
        }
    }
}
