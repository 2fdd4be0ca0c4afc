package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.checkout.Prices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs a member. Money is in the smallest unit of the program's currency.
 *
 * @param programVersion under which it was priced
 * @param memberSequence the member's state that was looked at
 * @param prices of its lines and its shipping, once everything is taken off
 * @param discounts each one of the program, in its order
 * @param vouchers each one that was shown, in the order in which they were
 * @param payments how each unit of the program could pay
 * @param payment of the units that are to pay; null when none are
 */
public record Quote(
        int programVersion,
        long memberSequence,
        Prices prices,
        List<Considered> discounts,
        List<Considered> vouchers,
        List<PaymentOffer> payments,
        @Nullable Payment payment) {

    public Quote {
        discounts = List.copyOf(discounts);
        vouchers = List.copyOf(vouchers);
        payments = List.copyOf(payments);
    }

    /**
     * How a unit could pay for the basket.
     *
     * @param most the most that would be taken, in the unit's smallest step; 0 when the minimum is out of reach
     * @param mostValue what that is worth
     */
    public record PaymentOffer(String unit, long minimum, long step, long most, long mostValue) {}

    /**
     * Units that are to pay.
     *
     * @param value what they are worth; 0 unless every gate is open
     * @param gates everything that stands before them, in the order in which it is asked
     */
    public record Payment(String unit, long amount, long value, List<Gate> gates) {

        public Payment {
            gates = List.copyOf(gates);
        }

        public boolean applies() {
            return firstClosed().isEmpty();
        }

        Optional<Gate> firstClosed() {
            return gates.stream().filter(gate -> !gate.open()).findFirst();
        }
    }

    /** What units pay for. */
    public long unitsValue() {
        return payment == null ? 0 : payment.value();
    }

    /** What is left to be paid with money. */
    public long toPay() {
        return prices.total() - unitsValue();
    }

    /** The first thing that was asked for and cannot be had. */
    Optional<Gate> firstClosed() {
        return vouchers.stream()
                .flatMap(voucher -> voucher.firstClosed().stream())
                .findFirst()
                .or(() -> Optional.ofNullable(payment).flatMap(Payment::firstClosed));
    }
}
