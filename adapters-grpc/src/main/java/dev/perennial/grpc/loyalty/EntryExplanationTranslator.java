package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.EntryExplanation;
import dev.perennial.contract.loyalty.v1.ExplainedCard;
import dev.perennial.contract.loyalty.v1.ExplainedLot;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.grpc.activity.ConsequencesTranslator;
import dev.perennial.grpc.activity.RecordedFactTranslator;
import dev.perennial.grpc.ledger.LedgerTranslator;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;

/** Why entries exist. */
final class EntryExplanationTranslator {

    private EntryExplanationTranslator() {}

    static EntryExplanation explanation(
            String member, dev.perennial.application.activity.EntryExplanation explanation) {
        EntryExplanation.Builder proto = EntryExplanation.newBuilder()
                .setEntry(LedgerTranslator.line(explanation.line()))
                .addAllRelated(LedgerTranslator.entries(explanation.related()));
        explanation.subject().ifPresent(fact -> proto.setActivity(RecordedFactTranslator.toProto(member, fact)));
        explanation.outcome().ifPresent(outcome -> proto.setOutcome(ConsequencesTranslator.outcome(outcome)));
        explanation.trigger().ifPresent(fact -> proto.setMovedBy(RecordedFactTranslator.toProto(member, fact)));
        explanation.lot().ifPresent(lot -> proto.setLot(lot(lot)));
        explanation.card().ifPresent(card -> proto.setCard(card(card)));
        return proto.build();
    }

    private static ExplainedLot lot(Lot lot) {
        String rule = lot.rule();
        ExplainedLot.Builder proto = ExplainedLot.newBuilder()
                .setNumber(lot.number())
                .setUnit(lot.unit().value())
                .setOriginal(lot.original())
                .setRemaining(lot.remaining())
                .setAvailableAt(Times.toProto(lot.terms().availableAt()))
                .setAwaits(lot.terms().awaits())
                .setRule(rule == null ? "" : rule)
                .setProgramVersion(lot.programVersion());
        Instant expiresAt = lot.terms().expiresAt();
        if (expiresAt != null) {
            proto.setExpiresAt(Times.toProto(expiresAt));
        }
        return proto.build();
    }

    private static ExplainedCard card(PunchCardDocument card) {
        return ExplainedCard.newBuilder()
                .setId(card.id())
                .setName(card.name())
                .setStampUnit(card.stamp())
                .setSize(card.size())
                .setRewardUnit(card.reward())
                .setRewardUnits(card.rewardUnits())
                .build();
    }
}
