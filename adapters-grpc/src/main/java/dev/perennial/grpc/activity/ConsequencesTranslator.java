package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.Consequences;
import dev.perennial.contract.activity.v1.Note;
import dev.perennial.contract.activity.v1.RuleOutcome;
import dev.perennial.grpc.ledger.LedgerTranslator;
import java.util.List;

/** What recording an activity came to. */
public final class ConsequencesTranslator {

    private ConsequencesTranslator() {}

    public static Consequences toProto(dev.perennial.domain.loyalty.Consequences consequences) {
        return builder(consequences)
                .setMemberSeq(consequences.decision().after().sequence())
                .build();
    }

    /** The same for what was not committed, with the sequence that the decision saw. */
    static Consequences simulated(dev.perennial.domain.loyalty.Consequences consequences) {
        return builder(consequences)
                .setMemberSeq(consequences.decision().sequenceBefore())
                .build();
    }

    private static Consequences.Builder builder(dev.perennial.domain.loyalty.Consequences consequences) {
        return Consequences.newBuilder()
                .setActivityNumber(consequences.activityNumber())
                .addAllEntries(LedgerTranslator.entries(consequences.entries()))
                .addAllBalances(LedgerTranslator.balances(
                        consequences.decision().after().wallet()))
                .addAllExplanation(explanation(consequences.outcomes()))
                .addAllNotes(consequences.notes().stream()
                        .map(ConsequencesTranslator::note)
                        .toList())
                .setProgramVersion(consequences.programVersion());
    }

    static List<RuleOutcome> explanation(List<dev.perennial.domain.loyalty.RuleOutcome> outcomes) {
        return outcomes.stream().map(ConsequencesTranslator::outcome).toList();
    }

    public static RuleOutcome outcome(dev.perennial.domain.loyalty.RuleOutcome outcome) {
        return RuleOutcome.newBuilder()
                .setRule(outcome.rule())
                .setUnit(outcome.unit().value())
                .setMatched(outcome.matched())
                .setNominal(outcome.nominal())
                .setCredited(outcome.credited())
                .setReason(outcome.reason())
                .build();
    }

    public static Note note(dev.perennial.domain.loyalty.Consequences.Note note) {
        return switch (note) {
            case DECIDED_AGAIN -> Note.NOTE_DECIDED_AGAIN;
            case OUTSIDE_REOPEN_WINDOW -> Note.NOTE_OUTSIDE_REOPEN_WINDOW;
            case WAITS_FOR_PURCHASE -> Note.NOTE_WAITS_FOR_PURCHASE;
            case OVER_REFUNDED -> Note.NOTE_OVER_REFUNDED;
            case UNITS_NOT_HELD -> Note.NOTE_UNITS_NOT_HELD;
            case PAYMENT_DIFFERS -> Note.NOTE_PAYMENT_DIFFERS;
        };
    }
}
