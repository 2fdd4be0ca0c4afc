package dev.perennial.application.activity;

import dev.perennial.application.ledger.Statements;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.RuleOutcome;
import dev.perennial.domain.program.PunchCardDocument;
import java.util.List;
import java.util.Optional;

/**
 * Why an entry exists.
 *
 * @param line the entry, and why a balance was corrected by hand
 * @param subject the fact whose entitlement it moved, or which had earned its lot
 * @param outcome what the entry's rule says of that fact now; empty when no rule decided
 * @param trigger the fact that moved it, when that is another one: a refund, or one that came late
 * @param lot the lot that it changed, as it is now
 * @param card the card that it filled or undid
 * @param related the entries that it belongs with, itself among them, in the order in which they were made: those of
 *     the same fact and rule, which come to what the rule credits now; for what was due, those of the same lot, of which
 *     it moved what was left; for what was given back by hand, those of the lot that ran out and of the one it became
 */
public record EntryExplanation(
        Statements.Line line,
        Optional<RecordedFact> subject,
        Optional<RuleOutcome> outcome,
        Optional<RecordedFact> trigger,
        Optional<Lot> lot,
        Optional<PunchCardDocument> card,
        List<Entry> related) {

    public EntryExplanation {
        related = List.copyOf(related);
    }
}
