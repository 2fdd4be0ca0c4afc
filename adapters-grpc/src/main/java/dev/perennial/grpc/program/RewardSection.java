package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Price;
import dev.perennial.contract.program.v1.Reward;
import dev.perennial.contract.program.v1.RewardLimit;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardGates;
import dev.perennial.domain.program.RewardSupply;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.OptionalLong;

/** Rewards, both ways. */
final class RewardSection {

    private RewardSection() {}

    static RewardDocument read(Reward proto) {
        return new RewardDocument(
                proto.getId(),
                LocalizedTextFields.read(proto.getName()),
                LocalizedTextFields.read(proto.getDescription()),
                proto.getPictureUrl(),
                RewardContentFields.read(proto),
                proto.hasPrice() ? price(proto.getPrice()) : null,
                gates(proto),
                new RewardSupply(
                        proto.hasStock() ? OptionalLong.of(proto.getStock()) : OptionalLong.empty(), proto.getBudget()),
                proto.hasReservationMinutes()
                        ? proto.getReservationMinutes()
                        : RewardDocument.DEFAULT_RESERVATION_MINUTES);
    }

    static Reward write(RewardDocument reward) {
        Reward.Builder proto = Reward.newBuilder()
                .setId(reward.id())
                .setName(LocalizedTextFields.write(reward.name()))
                .setPictureUrl(reward.pictureUrl())
                .setBudget(reward.supply().budget())
                .setReservationMinutes(reward.reservationMinutes());
        LocalizedTextFields.writeUnlessNone(reward.description(), proto::setDescription);
        RewardContentFields.write(reward.content(), proto);
        RewardDocument.Price price = reward.price();
        if (price != null) {
            proto.setPrice(price(price));
        }
        write(reward.gates(), proto);
        reward.supply().stock().ifPresent(proto::setStock);
        return proto.build();
    }

    private static RewardDocument.Price price(Price proto) {
        return new RewardDocument.Price(proto.getUnit(), proto.getAmount());
    }

    private static Price price(RewardDocument.Price price) {
        return Price.newBuilder()
                .setUnit(price.unit())
                .setAmount(price.amount())
                .build();
    }

    private static RewardGates gates(Reward proto) {
        return new RewardGates(
                proto.hasAvailableFrom() ? Times.toDomain(proto.getAvailableFrom()) : null,
                proto.hasAvailableUntil() ? Times.toDomain(proto.getAvailableUntil()) : null,
                proto.getTiersList(),
                proto.getCondition(),
                proto.getLimitsList().stream().map(RewardSection::limit).toList());
    }

    private static void write(RewardGates gates, Reward.Builder proto) {
        Instant from = gates.startsAt();
        if (from != null) {
            proto.setAvailableFrom(Times.toProto(from));
        }
        Instant until = gates.endsAt();
        if (until != null) {
            proto.setAvailableUntil(Times.toProto(until));
        }
        proto.addAllTiers(gates.tiers()).setCondition(gates.condition());
        gates.limits().forEach(limit -> proto.addLimits(limit(limit)));
    }

    static RewardDocument.Limit limit(RewardLimit proto) {
        return new RewardDocument.Limit(ProgramWords.PERIOD.toDomain(proto.getPeriod()), proto.getTimes());
    }

    static RewardLimit limit(RewardDocument.Limit limit) {
        return RewardLimit.newBuilder()
                .setPeriod(ProgramWords.PERIOD.toProto(limit.period()))
                .setTimes(limit.times())
                .build();
    }
}
