package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import java.time.Instant;
import java.util.Optional;

/** What commands took when they were recorded. */
final class Prices {

    private Prices() {}

    static Unfunded unfunded(
            MemberId member, Input.Command command, Instant at, ProgramHistory programs, Reason reason) {
        return switch (command.asked()) {
            case Asked.Adjustment(var unit, long amount) ->
                new Unfunded(
                        member,
                        command.kind(),
                        command.number(),
                        at,
                        unit.value(),
                        unit.value(),
                        Math.max(0, -amount),
                        reason);
            case Asked.GivingBack(var what, var ranOutAt) ->
                new Unfunded(
                        member,
                        command.kind(),
                        command.number(),
                        at,
                        what.unit().value(),
                        what.unit().value(),
                        what.amount(),
                        reason);
            case Asked.Reward(String reward, boolean atOnce) -> {
                Optional<Price> price = programs.at(at)
                        .program()
                        .reward(reward)
                        .flatMap(found -> Optional.ofNullable(found.document().price()));
                yield new Unfunded(
                        member,
                        command.kind(),
                        command.number(),
                        at,
                        reward,
                        price.map(Price::unit).orElse(""),
                        price.map(Price::amount).orElse(0L),
                        reason);
            }
            case Asked.Send(var to, var unit, long amount) ->
                new Unfunded(
                        member, command.kind(), command.number(), at, to.id().value(), unit.value(), amount, reason);
            case Asked.Hold(Activity order, var vouchers, Price payment) ->
                new Unfunded(
                        member,
                        command.kind(),
                        command.number(),
                        at,
                        order.key().externalId(),
                        payment == null ? "" : payment.unit(),
                        payment == null ? 0 : payment.amount(),
                        reason);
            default -> new Unfunded(member, command.kind(), command.number(), at, "", "", 0, reason);
        };
    }
}
