package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static dev.perennial.bootstrap.story.Guests.claim;
import static dev.perennial.bootstrap.story.Guests.email;
import static dev.perennial.bootstrap.story.Guests.refund;
import static dev.perennial.bootstrap.story.Reply.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Note;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersResponse;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.loyalty.v1.RecordGuestActivityResponse;
import dev.perennial.contract.member.v1.AddIdentifierRequest;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.MergeMembersRequest;
import dev.perennial.contract.member.v1.MergeServiceGrpc;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody buys as a guest, enrols later, and has what was bought before. */
class GuestStoryTest {

    private static final AProgram PROGRAM = aProgram(
                    aRule("base").perEuro(1).expiringAfter(30),
                    aRule("welcome").fixed(50).when("member.is_first_purchase"))
            .withLevelsAndAClub();
    private static final String ADA = "ada@shop.example";
    private static final String NOTHING = "NOT_FOUND GUEST_ORDER_NOT_FOUND";

    private final Shop shop = Platform.newShop().runs(PROGRAM);
    private final Guests guests = new Guests(shop);

    @AfterEach
    void theBooksAreSound() {
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void whatAGuestBoughtCountsFromItsOwnDayOnceItIsClaimed() {
        guests.buys(ADA, "g1", euros(100), day(1));
        guests.buys(ADA, "g2", euros(50), day(5));
        guests.returns("g1", "r1", euros(20), day(6));
        Platform.reach(day(10));
        shop.enrols("ada");
        assertThat(shop.points("ada")).isEqualTo(Points.NONE);

        ClaimGuestOrdersResponse claimed = guests.claims("ada", "Ada@Shop.example", "c1");

        assertThat(Guests.orders(claimed)).containsExactly("g1", "g2");
        assertThat(claimed.getMore()).isFalse();
        assertThat(earned(claimed, 0))
                .as("100 and the welcome, less what went back")
                .isEqualTo(80 + 50);
        assertThat(earned(claimed, 1)).isEqualTo(50);
        assertThat(claimed.getOrders(0).getActivityNumbersList()).containsExactly(1L, 3L);
        assertThat(claimed.getBalances(0).getAvailable()).isEqualTo(180);
        assertThat(shop.points("ada").available()).isEqualTo(180);
        assertThat(level("ada")).isEqualTo("silver");
        assertThat(Rows.events(shop, "ada")).endsWith("claimed g1, g2");
        assertThat(claimed.getMemberSeq()).isEqualTo(Rows.events(shop, "ada").size());
        // Each runs out thirty days after it was bought, not after it was claimed.
        Platform.advanceTo(day(32));
        assertThat(shop.points("ada").available()).isEqualTo(50 + 50);
        Platform.advanceTo(day(36));
        assertThat(shop.points("ada").available()).isEqualTo(50);
    }

    @Test
    void aClaimComesToWhatTellingInTimeWouldHaveComeTo() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        shop.enrols("bob").enrols("ada");
        for (int i = 0; i < 12; i++) {
            Instant at = day(i);
            long cents = random.nextLong(100, 9_000);
            guests.buys(ADA, "g" + i, cents, at);
            shop.buys("bob", "b" + i, cents).at(at);
            if (random.nextInt(3) == 0) {
                int order = random.nextInt(i + 1);
                long back = random.nextLong(1, 5_000);
                guests.returns("g" + order, "gr" + i, back, at.plusSeconds(60));
                shop.refunds("bob", "b" + order, "br" + i, back).at(at.plusSeconds(60));
            }
            if (random.nextInt(4) == 0) {
                guests.claims("ada", ADA, "c" + i);
            }
        }
        if (Rows.query(
                                "select count(*) from guest_activity where tenant_id = (select tenant_id from tenant"
                                        + " where name = ?)",
                                row -> row.getLong(1),
                                shop.name)
                        .getFirst()
                > 0) {
            guests.claims("ada", ADA, "last");
        }

        assertThat(shop.points("ada")).as("seed " + seed).isEqualTo(shop.points("bob"));
        assertThat(level("ada")).isEqualTo(level("bob"));
        Platform.advanceTo(day(33));
        assertThat(shop.points("ada")).as("seed " + seed).isEqualTo(shop.points("bob"));
    }

    @Test
    void aRefundFollowsItsOrderToWhoeverClaimedIt() {
        shop.enrols("ada").enrols("survivor");
        RecordGuestActivityResponse early = guests.returns("g1", "r1", euros(10), day(0));
        assertThat(early.getWaiting().getPurchased()).isFalse();
        guests.buys(ADA, "g1", euros(100), day(1));
        guests.claims("ada", ADA, "c1");
        assertThat(shop.points("ada").available()).isEqualTo(90 + 50);

        var late = refund("g1", "r2", euros(40), day(1)).addIdentifiers(email("typo@shop.example"));
        RecordGuestActivityResponse told = guests.tells(late);

        assertThat(told.getConsequences().getActivityNumber()).isEqualTo(3);
        assertThat(told.getConsequences().getBalances(0).getAvailable()).isEqualTo(50 + 50);
        assertThat(guests.reply(late)).isEqualTo(new Reply<>(told, true));
        MergeServiceGrpc.newBlockingStub(shop.channel)
                .mergeMembers(MergeMembersRequest.newBuilder()
                        .setFromMemberId("ada")
                        .setIntoMemberId("survivor")
                        .setReason("one customer")
                        .setRequestId("m1")
                        .build());
        guests.returns("g1", "r3", euros(50), day(2));
        assertThat(shop.points("survivor").available()).isZero();
        assertThat(guests.reply(late)).isEqualTo(new Reply<>(told, true));
    }

    @Test
    void oneOrderIsClaimedByItsIdAndTheAddressThatWasToldWithIt() {
        shop.enrols("ada");
        guests.buys(ADA, "g1", euros(10), day(0));
        guests.buys(ADA, "g2", euros(20), day(0));
        guests.buys("eve@shop.example", "g3", euros(40), day(0));

        assertThat(refusalOf(() -> guests.stub.claimGuestOrders(
                        claim("ada", email(ADA), "c1").setOrderId("g3").build())))
                .isEqualTo(NOTHING);
        ClaimGuestOrdersResponse claimed = guests.stub.claimGuestOrders(
                claim("ada", email(ADA), "c1").setOrderId("g2").build());
        assertThat(Guests.orders(claimed)).containsExactly("g2");
        assertThat(shop.points("ada").available()).isEqualTo(70);
        assertThat(Guests.orders(guests.claims("ada", ADA, "c2"))).containsExactly("g1");
    }

    @Test
    void nothingIsToldOfAMemberBecauseSomebodyTypedItsAddress() {
        shop.enrols("ada");
        shop.members.addIdentifier(AddIdentifierRequest.newBuilder()
                .setMemberId("ada")
                .setIdentifier(email(ADA))
                .setRequestId("i1")
                .build());

        guests.buys(ADA, "g1", euros(10), day(0));

        assertThat(shop.points("ada")).isEqualTo(Points.NONE);
        guests.claims("ada", ADA, "c1");
        assertThat(shop.points("ada").available()).isEqualTo(60);
    }

    @Test
    void whoIsNotActiveClaimsNothing() {
        guests.buys(ADA, "g1", euros(10), day(0));
        assertThat(refusalOf(() -> guests.claims("ada", ADA, "c1"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        shop.enrols("ada");
        set(MemberStatus.MEMBER_STATUS_SUSPENDED, "s1");
        assertThat(refusalOf(() -> guests.claims("ada", ADA, "c1"))).isEqualTo("FAILED_PRECONDITION MEMBER_SUSPENDED");
        set(MemberStatus.MEMBER_STATUS_CLOSED, "s2");
        assertThat(refusalOf(() -> guests.claims("ada", ADA, "c1"))).isEqualTo("FAILED_PRECONDITION MEMBER_CLOSED");
        set(MemberStatus.MEMBER_STATUS_ACTIVE, "s3");
        assertThat(Guests.orders(guests.claims("ada", ADA, "c1"))).containsExactly("g1");
    }

    @Test
    void manyOrdersAreClaimedFiftyAtATime() {
        shop.enrols("ada");
        for (int i = 0; i < 53; i++) {
            guests.buys(ADA, "g%03d".formatted(i), euros(1), day(0).plusSeconds(i));
        }

        ClaimGuestOrdersResponse first = guests.claims("ada", ADA, "c1");
        ClaimGuestOrdersResponse second = guests.claims("ada", ADA, "c2");

        assertThat(first.getOrdersList()).hasSize(50);
        assertThat(first.getMore()).isTrue();
        assertThat(Guests.orders(second)).containsExactly("g050", "g051", "g052");
        assertThat(second.getMore()).isFalse();
        assertThat(shop.points("ada").available()).isEqualTo(53 + 50);
    }

    @Test
    void anOrderIsDecidedUnderTheProgramOfItsDay() {
        guests.buys(ADA, "g1", euros(10), day(1));
        Platform.reach(day(2));
        shop.runs(aProgram(aRule("base").perEuro(7)).withLevelsAndAClub());
        guests.buys(ADA, "g2", euros(10), day(3));
        shop.enrols("ada");
        shop.buys("ada", "o1", euros(10)).at(day(4));

        ClaimGuestOrdersResponse claimed = guests.claims("ada", ADA, "c1");

        assertThat(shop.points("ada").available()).isEqualTo(10 + 50 + 70 + 70);
        assertThat(claimed.getOrders(0).getNotesList()).contains(Note.NOTE_DECIDED_AGAIN);
    }

    @Test
    void aSimulationOfTheSameProgramSeesNoDifference() {
        guests.buys(ADA, "g1", euros(100), day(1));
        guests.returns("g1", "r1", euros(20), day(2));
        guests.buys(ADA, "g2", euros(50), day(5));
        Platform.reach(day(6));
        shop.enrols("ada");
        shop.buys("ada", "o1", euros(10)).at(day(6));
        guests.claims("ada", ADA, "c1");
        guests.returns("g2", "r2", euros(5), day(7));

        var report = Simulations.of(shop, Simulations.from(day(0)).setProgram(PROGRAM.document()));

        assertThat(report.getMembersDiffering()).isZero();
    }

    private void set(MemberStatus status, String request) {
        shop.members.setMemberStatus(SetMemberStatusRequest.newBuilder()
                .setMemberId("ada")
                .setStatus(status)
                .setReason("as asked")
                .setRequestId(request)
                .build());
    }

    private String level(String member) {
        return shop.standing
                .getStanding(GetStandingRequest.newBuilder().setMemberId(member).build())
                .getStanding()
                .getLevel()
                .getId();
    }

    /** What the entries of an order's facts come to for the member. */
    private static long earned(ClaimGuestOrdersResponse claimed, int order) {
        return claimed.getOrders(order).getEntriesList().stream()
                .mapToLong(GuestStoryTest::signed)
                .sum();
    }

    private static long signed(Entry entry) {
        return switch (entry.getKind()) {
            case ENTRY_KIND_EARN -> entry.getAmount();
            case ENTRY_KIND_CLAWBACK -> -entry.getAmount();
            default -> 0;
        };
    }
}
