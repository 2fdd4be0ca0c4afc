package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.Note;
import dev.perennial.contract.activity.v1.Recorded;
import dev.perennial.contract.activity.v1.RuleOutcome;
import dev.perennial.grpc.ledger.LedgerTranslator;

/** What recording an activity came to. */
final class RecordedTranslator {

    private RecordedTranslator() {}

    static Recorded toProto(dev.perennial.domain.loyalty.Recorded recorded) {
        return builder(recorded)
                .setMemberSeq(recorded.decision().after().sequence())
                .build();
    }

    /** The same for what was not committed, with the sequence that the decision saw. */
    static Recorded simulated(dev.perennial.domain.loyalty.Recorded recorded) {
        return builder(recorded).setMemberSeq(recorded.decision().before()).build();
    }

    private static Recorded.Builder builder(dev.perennial.domain.loyalty.Recorded recorded) {
        return Recorded.newBuilder()
                .setActivityNumber(recorded.activityNumber())
                .addAllEntries(LedgerTranslator.entries(recorded.entries()))
                .addAllBalances(
                        LedgerTranslator.balances(recorded.decision().after().wallet()))
                .addAllExplanation(recorded.outcomes().stream()
                        .map(RecordedTranslator::outcome)
                        .toList())
                .addAllNotes(
                        recorded.notes().stream().map(RecordedTranslator::note).toList())
                .setProgramVersion(recorded.programVersion());
    }

    private static RuleOutcome outcome(dev.perennial.domain.loyalty.RuleOutcome outcome) {
        return RuleOutcome.newBuilder()
                .setRule(outcome.rule())
                .setUnit(outcome.unit().value())
                .setMatched(outcome.matched())
                .setNominal(outcome.nominal())
                .setCredited(outcome.credited())
                .setReason(outcome.reason())
                .build();
    }

    private static Note note(dev.perennial.domain.loyalty.Recorded.Note note) {
        return switch (note) {
            case DECIDED_AGAIN -> Note.NOTE_DECIDED_AGAIN;
            case OUTSIDE_REOPEN_WINDOW -> Note.NOTE_OUTSIDE_REOPEN_WINDOW;
            case WAITS_FOR_PURCHASE -> Note.NOTE_WAITS_FOR_PURCHASE;
            case OVER_REFUNDED -> Note.NOTE_OVER_REFUNDED;
        };
    }
}
