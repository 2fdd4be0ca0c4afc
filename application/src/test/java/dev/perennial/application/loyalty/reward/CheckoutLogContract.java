package dev.perennial.application.loyalty.reward;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Baskets.aBasket;
import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Till.aTill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.storage.Effect.Kind;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.CheckoutDecisions;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RewardDecisions;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.VoucherState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.MemberId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of orders that something is held for, and what a decision about one of them gets to see. */
public abstract class CheckoutLogContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(aRule("base").perEuro(1))
            .selling(aReward("five").worth(new VoucherWorth.AmountOff(500)).made())
            .checkingOutAt(aTill(Stacking.ADD).paidWith("points", 100, 10, 100))
            .alone();

    private Redemption voucher;
    private Redemption held;

    @BeforeEach
    void hold() {
        desk.enrol("ada", START);
        desk.record("ada", PROGRAM, aPurchase("o0").of(euros(200)).on(day(1)));
        voucher = desk.redeem(
                "ada",
                "redeem",
                Kind.REDEEM_REWARD,
                day(2),
                state -> Desk.value(RewardDecisions.redeem(
                        PROGRAM, state, "five", source -> Optional.of("CODE"), Budgets.NONE, day(2))));
        held = desk.hold("ada", "hold", day(2), this::reserve);
    }

    private CheckoutDecisions.Held reserve(MemberState state) {
        return Desk.value(CheckoutDecisions.reserve(
                PROGRAM,
                state,
                aBasket("o1").of("tea", 1, 2_000).showing("CODE").paying(60).at(day(2)),
                History.of(state, null, List.of()),
                Budgets.NONE,
                day(2)));
    }

    @Test
    void anOrderIsFoundByItsIdAndIsNoRedemption() {
        assertThat(order("ada", "o1")).contains(held);
        assertThat(order("ada", "o2")).isEmpty();
        assertThat(order("bob", "o1")).isEmpty();
        assertThat(ports.redemptionLog().order(otherTenant.id(), member("ada"), "o1"))
                .isEmpty();
        assertThat(ports.redemptionLog().find(id(), member("ada"), held.number()))
                .isEmpty();
        assertThat(ports.redemptionLog().list(id(), member("ada"), Long.MAX_VALUE, 10))
                .extracting(Redemption::number)
                .containsExactly(voucher.number());
    }

    @Test
    void theStateKnowsWhatIsHeld() {
        assertThat(desk.state("ada").redemptions().open()).containsEntry(held.number(), held);
        assertThat(desk.state("ada").redemptions().open().get(voucher.number()).voucherState())
                .isEqualTo(VoucherState.HELD);
    }

    @Test
    void aRefundSeesWhatItsOrderWasPaidWith() {
        desk.record("ada", PROGRAM, aPurchase("o1").of(1_500).on(day(2)));
        assertThat(order("ada", "o1").orElseThrow().state()).isEqualTo(RedemptionState.REDEEMED);

        desk.record("ada", PROGRAM, aRefundOf("o1").as("a").of(500).on(day(4)));
        Redemption part = order("ada", "o1").orElseThrow();
        assertThat(part.order().returned()).isEqualTo(20);
        assertThat(part.shares()).extracting(LotShare::amount).containsExactly(60L);

        desk.record("ada", PROGRAM, aRefundOf("o1").as("b").of(1_000).on(day(5)));
        assertThat(order("ada", "o1").orElseThrow().state()).isEqualTo(RedemptionState.REVERSED);
        assertThat(desk.state("ada").wallet().balance(POINTS).available()).isEqualTo(200);
        assertThat(desk.state("ada").redemptions().open().get(voucher.number()).voucherState())
                .isEqualTo(VoucherState.ACTIVE);
    }

    private Optional<Redemption> order(String member, String orderId) {
        return ports.redemptionLog().order(id(), new MemberId(member), orderId);
    }
}
