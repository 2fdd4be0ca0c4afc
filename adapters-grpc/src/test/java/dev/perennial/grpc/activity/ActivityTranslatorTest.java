package dev.perennial.grpc.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.AppInstalled;
import dev.perennial.contract.activity.v1.ContentView;
import dev.perennial.contract.activity.v1.Custom;
import dev.perennial.contract.activity.v1.MembershipCancellation;
import dev.perennial.contract.activity.v1.MembershipPayment;
import dev.perennial.contract.activity.v1.MembershipTrial;
import dev.perennial.contract.activity.v1.ProfileCompleted;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.ReturnedLine;
import dev.perennial.contract.activity.v1.Review;
import dev.perennial.contract.activity.v1.SocialFollow;
import dev.perennial.contract.activity.v1.Visit;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.activity.Celebration;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.member.Traits;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An activity comes back from a list as it was sent. */
class ActivityTranslatorTest {

    static Stream<Activity> activities() {
        return Stream.of(
                Samples.purchase()
                        .setStore("Mitte")
                        .setBrand("Mugs & More")
                        .setChannel("app")
                        .setPartner("bakery")
                        .setHistorical(true)
                        .putAttributes("weather", "rain")
                        .setPurchase(Samples.order()
                                .setShipping(490)
                                .setPaidWithGiftCards(100)
                                .setPaidWithUnits(200)
                                .setExchangeRate("0.9210")
                                .addLines(Samples.line()
                                        .setName("Teapot")
                                        .setCategory("kitchen")
                                        .setBrand("Pots")
                                        .setGiftCard(true)
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
                        .setCustom(Custom.newBuilder().setName("delivered").setOrderId("o-1"))
                        .build(),
                Samples.purchase()
                        .setReview(
                                Review.newBuilder().setSku("mug").setRating(5).setVerified(true))
                        .build(),
                Samples.purchase()
                        .setSocialFollow(SocialFollow.newBuilder().setNetwork("mastodon"))
                        .build(),
                Samples.purchase()
                        .setContentView(ContentView.newBuilder().setContentId("how-to-brew"))
                        .build(),
                Samples.purchase()
                        .setProfileCompleted(ProfileCompleted.getDefaultInstance())
                        .build(),
                Samples.purchase()
                        .setAppInstalled(AppInstalled.newBuilder().setPlatform("android"))
                        .build(),
                Samples.purchase()
                        .setMembershipPayment(MembershipPayment.newBuilder().setPlan("plus"))
                        .build());
    }

    /** No caller can send these, yet a list shows them. */
    static Stream<Arguments> toldByThePlatform() {
        return Stream.of(
                arguments(
                        new MembershipFact.Trial("plus"),
                        told().setMembershipTrial(MembershipTrial.newBuilder().setPlan("plus"))),
                arguments(
                        new MembershipFact.Cancellation("plus", true),
                        told().setMembershipCancellation(MembershipCancellation.newBuilder()
                                .setPlan("plus")
                                .setAtOnce(true))),
                arguments(
                        new StatusMatch("gold", "Other Air", "card 7"),
                        told().setStatusMatch(dev.perennial.contract.activity.v1.StatusMatch.newBuilder()
                                .setLevel("gold")
                                .setPartner("Other Air")
                                .setProof("card 7"))),
                arguments(
                        new Celebration(ActivityType.BIRTHDAY, 2026),
                        told().setCelebration(dev.perennial.contract.activity.v1.Celebration.newBuilder()
                                .setType(dev.perennial.contract.activity.v1.ActivityType.ACTIVITY_TYPE_BIRTHDAY)
                                .setYear(2026))));
    }

    private static Activity.Builder told() {
        return Samples.purchase().clearPurchase();
    }

    @ParameterizedTest
    @MethodSource("toldByThePlatform")
    void isShown(ActivityDetail detail, Activity.Builder shown) {
        dev.perennial.domain.activity.Activity sample =
                ActivityTranslator.toDomain(Samples.purchase().build()).withDetail(detail);
        RecordedFact fact = new RecordedFact(1, sample, Samples.NOW, Traits.UNKNOWN, List.of(), 1, false);

        assertThat(RecordedFactTranslator.toProto("anna", fact).getActivity()).isEqualTo(shown.build());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsWord(ActivityType type) {
        assertThat(ActivityTypes.toDomain(ActivityTypes.toProto(type))).isEqualTo(type);
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
