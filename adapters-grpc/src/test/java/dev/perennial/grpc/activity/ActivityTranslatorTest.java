package dev.perennial.grpc.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Custom;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.ReturnedLine;
import dev.perennial.contract.activity.v1.Visit;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.member.Traits;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An activity comes back from a list as it was sent. */
class ActivityTranslatorTest {

    static Stream<Activity> activities() {
        return Stream.of(
                Samples.purchase()
                        .setStore("Mitte")
                        .setBrand("Mugs & More")
                        .setChannel("app")
                        .setHistorical(true)
                        .putAttributes("weather", "rain")
                        .setPurchase(Samples.order()
                                .setShipping(490)
                                .addLines(Samples.line()
                                        .setName("Teapot")
                                        .setCategory("kitchen")
                                        .setDiscount(100)
                                        .setCost(7)))
                        .build(),
                Samples.purchase()
                        .setRefund(Refund.newBuilder()
                                .setOrderId("o-1")
                                .setAmount(5)
                                .addLines(ReturnedLine.newBuilder()
                                        .setLineNumber(2)
                                        .setQuantity(3)))
                        .build(),
                Samples.purchase().setVisit(Visit.getDefaultInstance()).build(),
                Samples.purchase()
                        .setCustom(Custom.newBuilder().setName("quiz"))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("activities")
    void bothWays(Activity activity) {
        RecordedFact fact = new RecordedFact(
                1, ActivityTranslator.toDomain(activity), Samples.NOW, Traits.UNKNOWN, List.of(), 1, false);
        assertThat(RecordedFactTranslator.toProto("anna", fact).getActivity()).isEqualTo(activity);
    }

    @Test
    void theOrderOfAttributesMakesNoOtherRequest() {
        Activity one = Samples.purchase()
                .putAttributes("a", "1")
                .putAttributes("b", "2")
                .build();
        Activity other = Samples.purchase()
                .putAttributes("b", "2")
                .putAttributes("a", "1")
                .build();
        assertThat(Identities.fingerprint(Edge.SHOP, one)).isEqualTo(Identities.fingerprint(Edge.SHOP, other));
        assertThat(Identities.fingerprint(Edge.SHOP, one))
                .isNotEqualTo(Identities.fingerprint(
                        Edge.SHOP, one.toBuilder().setStore("x").build()));
    }
}
