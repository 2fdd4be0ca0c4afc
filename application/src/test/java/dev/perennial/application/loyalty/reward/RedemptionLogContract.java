package dev.perennial.application.loyalty.reward;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.reward.RedemptionLog.Holder;
import dev.perennial.application.storage.Effect.Kind;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RedemptionDecisions;
import dev.perennial.domain.loyalty.RewardDecisions;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RedemptionLog} promises, and what member states keep of redemptions. */
public abstract class RedemptionLogContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(aRule("base").perEuro(1))
            .selling(
                    aReward("mug")
                            .costing(60)
                            .validFor(90)
                            .atMost(3, Period.MONTH)
                            .made(),
                    aReward("coffee")
                            .costing(40)
                            .granting("coffees", 1, new Expiry.Never())
                            .made())
            .alone();

    private static final String CODE = "SPRING-26";

    private Redemption reserved;
    private Redemption drunk;
    private Redemption mug;

    @BeforeEach
    void ask() {
        desk.enrol("ada", START);
        desk.record("ada", PROGRAM, aPurchase("o1").of(euros(200)).on(day(1)));
        reserved = desk.redeem("ada", "reserve", Kind.RESERVE_REWARD, day(2), this::reserve);
        drunk = desk.redeem("ada", "redeem", Kind.REDEEM_REWARD, day(2), state -> redeem(state, "coffee", day(2)));
        mug = desk.redeem("ada", "mug", Kind.REDEEM_REWARD, day(2), state -> redeem(state, "mug", day(2)));
    }

    private Redeemed reserve(MemberState state) {
        return Desk.value(RewardDecisions.reserve(PROGRAM, state, "mug", Budgets.NONE, day(2)));
    }

    private Redeemed redeem(MemberState state, String reward, Instant now) {
        return Desk.value(
                RewardDecisions.redeem(PROGRAM, state, reward, source -> Optional.of(CODE), Budgets.NONE, now));
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        assertThat(list("ada", Long.MAX_VALUE, 10)).containsExactly(mug, drunk, reserved);
        assertThat(list("ada", mug.number(), 1)).containsExactly(drunk);
        assertThat(list("bob", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(ports.redemptionLog().list(otherTenant.id(), member("ada"), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void findsOneByItsNumberAndItsVoucherByItsCode() {
        assertThat(ports.redemptionLog().find(id(), member("ada"), drunk.number()))
                .contains(drunk);
        assertThat(ports.redemptionLog().find(id(), member("ada"), 99)).isEmpty();
        assertThat(ports.redemptionLog().holder(id(), CODE)).contains(new Holder(member("ada"), mug.number()));
        assertThat(ports.redemptionLog().holder(id(), CODE + " ")).isEmpty();
        assertThat(ports.redemptionLog().holder(otherTenant.id(), CODE)).isEmpty();
    }

    @Test
    void theStateKnowsWhatIsOpenAndHowOftenSomethingWasHad() {
        MemberState state = desk.state("ada");

        assertThat(state.redemptions().open().values()).containsExactly(reserved, mug);
        assertThat(state.redemptions().used()).hasSize(1).containsValue(2L);
        assertThat(state.wallet().lots().values()).extracting(Lot::held).containsExactly(60L, 0L);
    }

    @Test
    void thePastOfARedemptionHasTheLotsThatItWasPaidWithAndThatItGranted() {
        History past = ports.storage()
                .read(tx ->
                        tx.members().history(id(), desk.state("ada"), new HistoryNeed.OfRedemption(drunk.number())));

        assertThat(past.redemptions()).containsExactly(drunk);
        assertThat(past.lots()).extracting(lot -> lot.unit().value()).containsExactly("points", "coffees");
        assertThat(past.facts()).isEmpty();
    }

    @Test
    void whatBecomesOfOneReplacesWhatWasKept() {
        Redemption cancelled = desk.redeem(
                "ada",
                "cancel",
                Kind.CANCEL_RESERVATION,
                day(2),
                state -> Desk.value(new RedemptionDecisions(
                                PROGRAM, state, History.of(state, null, List.of()), Budgets.NONE, day(2))
                        .cancel(reserved.number())));

        assertThat(ports.redemptionLog().find(id(), member("ada"), reserved.number()))
                .contains(cancelled);
        assertThat(desk.state("ada").redemptions().open().values()).containsExactly(mug);
        assertThat(desk.state("ada").redemptions().used()).hasSize(1).containsValue(1L);
    }

    private List<Redemption> list(String member, long belowNumber, int limit) {
        return ports.redemptionLog().list(id(), member(member), belowNumber, limit);
    }
}
