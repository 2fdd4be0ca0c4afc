package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Checkout;
import dev.perennial.contract.program.v1.UnitPayment;
import dev.perennial.domain.program.CheckoutDocument;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.program.UnitPaymentDocument;

/** What baskets cost, both ways. */
final class CheckoutSection {

    private CheckoutSection() {}

    static CheckoutDocument read(Checkout proto) {
        return new CheckoutDocument(
                proto.getDiscountsList().stream().map(DiscountSection::read).toList(),
                ProgramWords.STACKING.toDomain(proto.getStacking(), Stacking.HIGHEST),
                proto.hasVouchersMax() ? proto.getVouchersMax() : CheckoutDocument.DEFAULT_VOUCHERS_MAX,
                proto.getUnitPaymentsList().stream()
                        .map(CheckoutSection::payment)
                        .toList(),
                proto.hasReservationMinutes()
                        ? proto.getReservationMinutes()
                        : CheckoutDocument.DEFAULT_RESERVATION_MINUTES);
    }

    static Checkout write(CheckoutDocument checkout) {
        return Checkout.newBuilder()
                .addAllDiscounts(checkout.discounts().stream()
                        .map(DiscountSection::write)
                        .toList())
                .setStacking(ProgramWords.STACKING.toProto(checkout.stacking()))
                .setVouchersMax(checkout.vouchersMax())
                .addAllUnitPayments(checkout.payments().stream()
                        .map(CheckoutSection::payment)
                        .toList())
                .setReservationMinutes(checkout.reservationMinutes())
                .build();
    }

    private static UnitPaymentDocument payment(UnitPayment proto) {
        long step = proto.hasStep() ? proto.getStep() : proto.getUnits();
        return new UnitPaymentDocument(
                proto.getUnit(),
                proto.getUnits(),
                proto.getValue(),
                proto.hasMinimum() ? proto.getMinimum() : step,
                step,
                proto.hasPercentMax() ? proto.getPercentMax() : 100,
                proto.getWithShipping());
    }

    private static UnitPayment payment(UnitPaymentDocument payment) {
        return UnitPayment.newBuilder()
                .setUnit(payment.unit())
                .setUnits(payment.units())
                .setValue(payment.value())
                .setMinimum(payment.minimum())
                .setStep(payment.step())
                .setPercentMax(payment.percentMax())
                .setWithShipping(payment.withShipping())
                .build();
    }
}
