package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static dev.perennial.bootstrap.story.Reply.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.perennial.contract.loyalty.v1.CancelReservationRequest;
import dev.perennial.contract.loyalty.v1.GetRedemptionRequest;
import dev.perennial.contract.loyalty.v1.RedeemReservationRequest;
import dev.perennial.contract.loyalty.v1.RedemptionState;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.member.v1.AddIdentifierRequest;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.LookUpMemberRequest;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.MergeMembersRequest;
import dev.perennial.contract.member.v1.MergeMembersResponse;
import dev.perennial.contract.member.v1.MergeServiceGrpc;
import dev.perennial.contract.member.v1.MergeServiceGrpc.MergeServiceBlockingStub;
import dev.perennial.contract.member.v1.RemoveIdentifierRequest;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.PoolSpending;
import dev.perennial.contract.program.v1.UnitPool;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A card from the till and an account from the app turn out to be one customer's. */
class MergeStoryTest {

    private static final AProgram PROGRAM = aProgram(
                    aRule("base").perEuro(1).expiringAfter(30).cappedAt(150, Period.PERIOD_MONTH),
                    aRule("welcome").fixed(50).when("member.is_first_purchase"))
            .selling(Catalogue.voucher("mug", 60, 90))
            .pooling(UnitPool.newBuilder()
                    .addUnits("points")
                    .setMaxMembers(4)
                    .setSpending(PoolSpending.POOL_SPENDING_ADULTS));

    private final Shop shop = Platform.newShop().runs(PROGRAM).enrols("card").enrols("app");
    private final MergeServiceBlockingStub merges = MergeServiceGrpc.newBlockingStub(shop.channel);

    @AfterEach
    void theBooksAreSound() {
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void eachRefundTakesBackWhatItsOwnOrderHadEarned() {
        shop.buys("card", "c1", euros(120)).at(day(1));
        shop.buys("card", "c2", euros(20)).at(day(2));
        shop.buys("app", "a1", euros(100)).at(day(3));

        assertThat(merge("card", "app", "m1").getMemberId()).isEqualTo("app");

        assertThat(shop.points("app").available()).isEqualTo(120 + 50 + 20 + 100 + 50);
        assertThat(shop.points("card")).isEqualTo(shop.points("app"));
        // Had both been one from the beginning, the month's cap and the one welcome would have left less: each keeps
        // its own.
        shop.refunds("app", "c1", "r1", euros(50)).at(day(4));
        assertThat(shop.points("app").available()).isEqualTo(70 + 50 + 20 + 100 + 50);
        shop.refunds("card", "a1", "r2", euros(100)).at(day(5));
        assertThat(shop.points("app").available()).isEqualTo(70 + 50 + 20);
        shop.refunds("card", "c1", "r3", euros(70)).at(day(6));
        assertThat(shop.points("app").available()).isEqualTo(20);
        Platform.advanceTo(day(40));
        assertThat(shop.points("app")).isEqualTo(Points.NONE);
    }

    @Test
    void bothIdsLeadToTheSurvivorAndRepetitionsAreReplays() {
        Fact bought = shop.buys("card", "c1", euros(100)).on(day(1));
        Platform.reach(day(1));
        ByteString first = bought.reply().bytes();
        add("app", "4012888888881881", "i1");
        long card = add("card", "5555555555554444", "i2");
        Reply<MergeMembersResponse> merged = Reply.of(merges, stub -> stub.mergeMembers(request("card", "app", "m1")));

        assertThat(lookUp("5555555555554444")).isEqualTo("app");
        assertThat(shop.members
                        .getMember(GetMemberRequest.newBuilder()
                                .setMemberId("card")
                                .build())
                        .getMember()
                        .getMemberId())
                .isEqualTo("app");
        assertThat(bought.reply().bytes()).isEqualTo(first);
        assertThat(Reply.of(merges, stub -> stub.mergeMembers(request("card", "app", "m1")))
                        .bytes())
                .isEqualTo(merged.bytes());
        shop.buys("card", "c2", euros(10)).at(day(2));
        assertThat(shop.points("app").available()).isEqualTo(160);
        shop.members.removeIdentifier(RemoveIdentifierRequest.newBuilder()
                .setMemberId("card")
                .setIdentifierNumber(card)
                .setRequestId("i3")
                .build());
        assertThat(refusalOf(() -> lookUp("5555555555554444"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(lookUp("4012888888881881")).isEqualTo("app");
        assertThat(Rows.events(shop, "card")).endsWith("card merged into app");
        assertThat(Rows.events(shop, "app")).contains("card merged into app");
    }

    @Test
    void aReservationOfEitherIsFoundByItsOwnNumber() {
        shop.buys("card", "c1", euros(100)).at(day(1));
        shop.buys("app", "a1", euros(100)).at(day(1));
        long ofCard = reserve("card", "v1");
        long ofApp = reserve("app", "v2");
        assertThat(ofCard).isEqualTo(ofApp);

        merge("card", "app", "m1");

        cancel("card", ofCard, "x1");
        assertThat(shop.points("app").available()).isEqualTo(150 + 150 - 60);
        assertThat(state("app", ofApp)).isEqualTo(RedemptionState.REDEMPTION_STATE_RESERVED);
        assertThat(state("card", ofCard)).isEqualTo(RedemptionState.REDEMPTION_STATE_CANCELLED);
        cancel("app", ofApp, "x2");
        assertThat(shop.points("app").available()).isEqualTo(300);
    }

    @Test
    void whatOneOwesTheOtherPays() {
        shop.buys("card", "c1", euros(100)).at(day(1));
        reserveAndRedeem("card");
        shop.refunds("card", "c1", "r1", euros(100)).at(day(2));
        assertThat(shop.points("card").debt()).isEqualTo(60);
        shop.buys("app", "a1", euros(100)).at(day(3));

        merge("card", "app", "m1");

        assertThat(shop.points("app")).isEqualTo(new Points(90, 0, 0));
    }

    @Test
    void aRefundThatTheOneWasToldMeetsThePurchaseOfTheOther() {
        shop.refunds("card", "o1", "r1", euros(40)).at(day(2));
        shop.buys("app", "o1", euros(100)).at(day(2));
        assertThat(shop.points("app").available()).isEqualTo(150);

        merge("card", "app", "m1");

        assertThat(shop.points("app").available()).isEqualTo(110);
    }

    @Test
    void afterAChainOfMergesEverythingIsWithTheLast() {
        shop.enrols("web");
        shop.buys("card", "c1", euros(10)).at(day(1));
        shop.buys("app", "a1", euros(20)).at(day(1));
        shop.buys("web", "w1", euros(30)).at(day(1));

        merge("card", "app", "m1");
        shop.buys("card", "c2", euros(5)).at(day(2));
        merge("card", "web", "m2");

        assertThat(shop.points("card").available()).isEqualTo(10 + 20 + 30 + 5 + 3 * 50);
        shop.refunds("app", "c1", "r1", euros(10)).at(day(3));
        shop.refunds("card", "w1", "r2", euros(30)).at(day(3));
        shop.refunds("web", "a1", "r3", euros(20)).at(day(3));
        assertThat(shop.points("web").available()).isEqualTo(5);
        assertThat(refusalOf(() -> merge("app", "card", "m3"))).isEqualTo("FAILED_PRECONDITION SAME_MEMBER");
    }

    @Test
    void manyCallersAndBothDirectionsAtOnceLeaveOneSurvivor() {
        shop.buys("card", "c1", euros(10)).at(day(1));
        shop.buys("app", "a1", euros(20)).at(day(1));

        List<String> outcomes = Together.callers(
                16, caller -> caller % 2 == 0 ? outcome("card", "app", caller) : outcome("app", "card", caller));

        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals("FAILED_PRECONDITION SAME_MEMBER"))
                .hasSize(1);
        assertThat(shop.points("card")).isEqualTo(shop.points("app")).isEqualTo(new Points(130, 0, 0));
    }

    @Test
    void nothingIsLostWhateverBothHaveDone() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 24; i++) {
            String member = random.nextBoolean() ? "card" : "app";
            shop.buys(member, "o" + i, euros(random.nextInt(1, 40))).at(day(1 + i / 4));
            if (random.nextInt(4) == 0) {
                shop.refunds(member, "o" + i, "r" + i, euros(random.nextInt(1, 10)))
                        .at(day(8));
            }
        }
        long before = shop.points("card").available() + shop.points("app").available();

        merge("card", "app", "m1");

        assertThat(shop.points("app").available()).as("seed %d", seed).isEqualTo(before);
        for (int i = 0; i < 24; i++) {
            shop.refunds(random.nextBoolean() ? "card" : "app", "o" + i, "all" + i, euros(40))
                    .at(day(8));
        }
        assertThat(shop.points("app")).as("seed %d", seed).isEqualTo(Points.NONE);
    }

    @Test
    void whatCannotBeToldAsOneIsRefused() {
        shop.buys("card", "o1", euros(10)).at(day(1));
        shop.buys("app", "o1", euros(10)).as("twice").at(day(1));
        assertThat(refusalOf(() -> merge("card", "app", "m1"))).isEqualTo("FAILED_PRECONDITION MERGE_CONFLICT");
        assertThat(refusalOf(() -> merge("card", "card", "m2"))).isEqualTo("FAILED_PRECONDITION SAME_MEMBER");
        assertThat(refusalOf(() -> merge("card", "nobody", "m3"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        shop.enrols("pooled").enrols("closed");
        Family.in(shop, "owls").founds("pooled");
        assertThat(refusalOf(() -> merge("pooled", "app", "m4"))).isEqualTo("FAILED_PRECONDITION MERGE_CONFLICT");
        shop.members.setMemberStatus(SetMemberStatusRequest.newBuilder()
                .setMemberId("closed")
                .setStatus(MemberStatus.MEMBER_STATUS_CLOSED)
                .setReason("moved away")
                .setRequestId("s1")
                .build());
        assertThat(refusalOf(() -> merge("closed", "app", "m5"))).isEqualTo("FAILED_PRECONDITION MEMBER_CLOSED");
        assertThat(shop.points("card").available()).isEqualTo(60);
        merge("app", "pooled", "m1"); // the key of a refusal is free
    }

    private MergeMembersResponse merge(String from, String into, String requestId) {
        return merges.mergeMembers(request(from, into, requestId));
    }

    private static MergeMembersRequest request(String from, String into, String requestId) {
        return MergeMembersRequest.newBuilder()
                .setFromMemberId(from)
                .setIntoMemberId(into)
                .setReason("the same telephone number")
                .setActor("desk 4")
                .setRequestId(requestId)
                .build();
    }

    private String outcome(String from, String into, int caller) {
        try {
            return merge(from, into, "m" + caller).getMemberId();
        } catch (StatusRuntimeException refused) {
            return refusalOf(() -> {
                throw refused;
            });
        }
    }

    private long add(String member, String number, String requestId) {
        return shop.members
                .addIdentifier(AddIdentifierRequest.newBuilder()
                        .setMemberId(member)
                        .setIdentifier(card(number))
                        .setRequestId(requestId)
                        .build())
                .getIdentifierNumber();
    }

    private String lookUp(String number) {
        return shop.members
                .lookUpMember(LookUpMemberRequest.newBuilder()
                        .setIdentifier(card(number))
                        .build())
                .getMember()
                .getMemberId();
    }

    private static Identifier card(String number) {
        return Identifier.newBuilder()
                .setKind(IdentifierKind.IDENTIFIER_KIND_CARD)
                .setValue(number)
                .build();
    }

    private long reserve(String member, String requestId) {
        return shop.rewards
                .reserveReward(ReserveRewardRequest.newBuilder()
                        .setMemberId(member)
                        .setRewardId("mug")
                        .setRequestId(requestId)
                        .build())
                .getRedemption()
                .getNumber();
    }

    private void reserveAndRedeem(String member) {
        shop.redemptions.redeemReservation(RedeemReservationRequest.newBuilder()
                .setMemberId(member)
                .setRedemptionNumber(reserve(member, "v1"))
                .setRequestId("v2")
                .build());
    }

    private void cancel(String member, long number, String requestId) {
        shop.redemptions.cancelReservation(CancelReservationRequest.newBuilder()
                .setMemberId(member)
                .setRedemptionNumber(number)
                .setRequestId(requestId)
                .build());
    }

    private RedemptionState state(String member, long number) {
        return shop.redemptions
                .getRedemption(GetRedemptionRequest.newBuilder()
                        .setMemberId(member)
                        .setRedemptionNumber(number)
                        .build())
                .getRedemption()
                .getState();
    }
}
