package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Posting;
import dev.perennial.domain.loyalty.Quote.Payment;
import dev.perennial.domain.loyalty.Quote.PaymentOffer;
import dev.perennial.domain.loyalty.checkout.Prices;
import dev.perennial.domain.program.CheckoutDocument;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.program.UnitPaymentDocument;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Units as a part of the payment. */
final class Paying {

    private final CheckoutDocument checkout;
    private final Posting posting;
    private final Prices prices;
    private final Instant now;

    /** @param prices once everything else is taken off */
    Paying(CheckoutDocument checkout, Posting posting, Prices prices, Instant now) {
        this.checkout = checkout;
        this.posting = posting;
        this.prices = prices;
        this.now = now;
    }

    List<PaymentOffer> offers() {
        return checkout.payments().stream()
                .map(document -> {
                    long most = most(document);
                    return new PaymentOffer(
                            document.unit(), document.minimum(), document.step(), most, document.valueOf(most));
                })
                .toList();
    }

    Payment with(Price asked) {
        List<Gate> gates = checkout.payment(asked.unit())
                .map(document -> gates(document, asked))
                .orElseGet(() -> List.of(new Gate(
                        Reason.PAYMENT_NOT_OFFERED,
                        false,
                        "Nothing is paid with '" + asked.unit() + "'.",
                        Map.of("unit", asked.unit()))));
        boolean open = gates.stream().allMatch(Gate::open);
        long value = open ? checkout.payment(asked.unit()).orElseThrow().valueOf(asked.amount()) : 0;
        return new Payment(asked.unit(), asked.amount(), value, gates);
    }

    private List<Gate> gates(UnitPaymentDocument document, Price asked) {
        long minimum = document.minimum();
        long step = document.step();
        long share = share(document);
        UnitId unit = new UnitId(asked.unit());
        return List.of(
                new Gate(
                        Reason.PAYMENT_NOT_IN_STEPS,
                        asked.amount() >= minimum && asked.amount() % step == 0,
                        "It is paid in steps of " + step + ", at least " + minimum + ".",
                        Map.of("minimum", Long.toString(minimum), "step", Long.toString(step))),
                new Gate(
                        Reason.PAYMENT_ABOVE_SHARE,
                        asked.amount() <= document.unitsWorth(share),
                        "At most " + share + " of it, " + document.percentMax()
                                + " % of what can be paid so, is paid with " + asked.unit() + ".",
                        Map.of(
                                "value_max",
                                Long.toString(share),
                                "percent_max",
                                Integer.toString(document.percentMax()))),
                RewardDecisions.enough(unit, asked.amount(), posting.usable(unit, now)));
    }

    private long most(UnitPaymentDocument document) {
        long usable = document.stepped(posting.usable(new UnitId(document.unit()), now));
        long most = Math.min(usable, document.unitsWorth(share(document)));
        return most < document.minimum() ? 0 : most;
    }

    /** The money that the unit may stand for. */
    private long share(UnitPaymentDocument document) {
        return Rounding.DOWN.scale(prices.payable(document.withShipping()), document.percentMax(), 100);
    }
}
