package dev.perennial.domain.loyalty.guest;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Moments.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import org.junit.jupiter.api.Test;

final class GuestOrderTest {

    private static final GuestFact PURCHASE =
            new GuestFact(aPurchase("o1").of(euros(10)).on(day(3)));
    private static final GuestFact REFUND =
            new GuestFact(aRefundOf("o1").of(euros(5)).on(day(1)));
    private static final GuestOrder UNTOLD = GuestOrder.untold("o1", day(11));
    private static final GuestOrder BOUGHT = new GuestOrder("o1", day(3), day(13), 1, null);

    @Test
    void thePurchaseSaysUntilWhenItCanBeClaimed() {
        assertThat(UNTOLD.told(REFUND, days(10))).isEqualTo(Result.ok(new GuestOrder("o1", null, day(11), 1, null)));
        assertThat(new GuestOrder("o1", null, day(11), 1, null).told(PURCHASE, days(10)))
                .isEqualTo(Result.ok(new GuestOrder("o1", day(3), day(13), 2, null)));
        assertThat(BOUGHT.told(REFUND, days(90))).isEqualTo(Result.ok(new GuestOrder("o1", day(3), day(13), 2, null)));
    }

    @Test
    void itIsBoughtOnce() {
        GuestOrder claimed = new GuestOrder("o1", day(3), day(13), 0, new MemberId("ada"));

        assertThat(reason(BOUGHT.told(PURCHASE, days(10)))).isEqualTo(Reason.ORDER_ALREADY_RECORDED);
        assertThat(reason(claimed.told(PURCHASE, days(10)))).isEqualTo(Reason.ORDER_ALREADY_RECORDED);
    }

    @Test
    void onePlaceIsKeptForThePurchase() {
        GuestOrder full = new GuestOrder("o1", null, day(11), GuestOrder.FACTS_MAX - 1, null);

        assertThat(reason(full.told(REFUND, days(10)))).isEqualTo(Reason.TOO_MANY_REFUNDS);
        assertThat(full.told(PURCHASE, days(10))).isInstanceOf(Result.Ok.class);
    }

    @Test
    void whatIsSomebodysIsNeverOver() {
        assertThat(BOUGHT.isOver(day(13).minusMillis(1))).isFalse();
        assertThat(BOUGHT.isOver(day(13))).isTrue();
        assertThat(new GuestOrder("o1", day(3), day(13), 0, new MemberId("ada")).isOver(day(99)))
                .isFalse();
    }

    private static Reason reason(Result<GuestOrder> result) {
        return ((Result.Refused<GuestOrder>) result).refusal().reason();
    }
}
