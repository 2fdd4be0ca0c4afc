package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Spending;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member asks for a reward, and nothing stands between them. */
final class AskingForReward {

    private final Advance advance;
    private final Deciding deciding;
    private final Offer offer;
    private final long command;

    AskingForReward(Advance advance, Deciding deciding, Offer offer) {
        this.advance = advance;
        this.deciding = deciding;
        this.offer = offer;
        this.command = deciding.state.lastCommand() + 1;
    }

    Redeemed reserved() {
        RewardDocument reward = offer.reward().document();
        Instant until = deciding.now.plus(Duration.ofMinutes(reward.reservationMinutes()));
        Redemption asked = asked(RedemptionState.RESERVED, until);
        Price price = reward.price();
        Redemption reserved =
                price == null ? asked : asked.paidOf(spending(asked).hold(unit(price), price.amount()));
        deciding.redeeming.begin(reserved);
        return new Redeemed(advance.then(deciding.done(command)), reserved, reward);
    }

    Result<Redeemed> redeemed(CodeSupply codes) {
        Redemption asked = asked(RedemptionState.REDEEMED, null);
        Price price = offer.reward().document().price();
        Redemption redeemed =
                price == null ? asked : asked.paidOf(spending(asked).redeem(unit(price), price.amount()));
        deciding.redeeming.begin(redeemed);
        return new HandingOut(deciding, codes)
                .of(redeemed)
                .map(handed -> new Redeemed(
                        advance.then(deciding.done(command)),
                        handed,
                        offer.reward().document()));
    }

    private Redemption asked(RedemptionState state, @Nullable Instant until) {
        RewardDocument reward = offer.reward().document();
        return new Redemption(
                command,
                reward.id(),
                offer.programVersion(),
                state,
                deciding.now,
                deciding.now,
                until,
                reward.price(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private Spending spending(Redemption asked) {
        Occasion occasion = deciding.redeeming.occasion(asked, deciding.now);
        return new Spending(deciding.posting, occasion);
    }

    private static UnitId unit(Price price) {
        return new UnitId(price.unit());
    }
}
