package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.ExplainRewardResponse;
import dev.perennial.contract.loyalty.v1.Gate;
import dev.perennial.contract.loyalty.v1.OfferedReward;
import dev.perennial.domain.loyalty.Offer;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.List;

/** Rewards as a member sees them. */
final class OfferTranslator {

    private OfferTranslator() {}

    /** @param locale BCP 47; empty for a reader of whom nothing is known */
    static OfferedReward offer(Offer offer, String locale) {
        RewardDocument reward = offer.reward().document();
        OfferedReward.Builder proto = OfferedReward.newBuilder()
                .setId(reward.id())
                .setName(reward.name().in(locale))
                .setDescription(reward.description().in(locale))
                .setPictureUrl(reward.pictureUrl())
                .setAvailable(offer.isOpen())
                .setMissingUnits(offer.missing())
                .addAllObstacles(gates(
                        offer.gates().stream().filter(gate -> !gate.open()).toList()));
        Price price = reward.price();
        if (price != null) {
            proto.setPrice(RedemptionTranslator.amount(price.unit(), price.amount()));
        }
        Instant end = reward.gates().endsAt();
        if (end != null) {
            proto.setAvailableUntil(Times.toProto(end));
        }
        return proto.build();
    }

    static ExplainRewardResponse explanation(Offer offer) {
        return ExplainRewardResponse.newBuilder()
                .setAvailable(offer.isOpen())
                .addAllGates(gates(offer.gates()))
                .setProgramVersion(offer.programVersion())
                .build();
    }

    static List<Gate> gates(List<dev.perennial.domain.loyalty.Gate> gates) {
        return gates.stream()
                .map(gate -> Gate.newBuilder()
                        .setReason(gate.reason().name())
                        .setOpen(gate.open())
                        .setDescription(gate.words())
                        .putAllDetails(gate.details())
                        .build())
                .toList();
    }
}
