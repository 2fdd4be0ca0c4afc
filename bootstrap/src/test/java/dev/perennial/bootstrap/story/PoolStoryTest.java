package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static dev.perennial.contract.loyalty.v1.PoolRole.POOL_ROLE_ADULT;
import static dev.perennial.contract.loyalty.v1.PoolRole.POOL_ROLE_CHILD;
import static dev.perennial.contract.loyalty.v1.PoolRole.POOL_ROLE_OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.loyalty.v1.GetWalletRequest;
import dev.perennial.contract.loyalty.v1.PoolPlaceState;
import dev.perennial.contract.loyalty.v1.PoolRole;
import dev.perennial.contract.loyalty.v1.Wallet;
import dev.perennial.contract.loyalty.v1.WalletPool;
import dev.perennial.contract.member.v1.ListMembersRequest;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.contract.program.v1.PoolSpending;
import dev.perennial.contract.program.v1.SimulateProgramRequest;
import dev.perennial.contract.program.v1.SimulateProgramResponse;
import dev.perennial.contract.program.v1.SimulationServiceGrpc;
import dev.perennial.contract.program.v1.UnitPool;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A family of up to four that saves points together; adults take them out. A point for each euro, good for 30 days. */
class PoolStoryTest {

    private static final AProgram PROGRAM = program(PoolSpending.POOL_SPENDING_ADULTS);

    private final Shop shop = Platform.newShop().runs(PROGRAM);
    private final Family owls = Family.in(shop, "owls");

    PoolStoryTest() {
        Stream.of("ann", "bob", "cem", "dia", "eve").forEach(shop::enrols);
    }

    private static AProgram program(PoolSpending spending) {
        return aProgram(
                        aRule("base").perEuro(1).expiringAfter(30),
                        aRule("year")
                                .about(ActivityType.ACTIVITY_TYPE_ANNIVERSARY)
                                .fixed(5))
                .sending(Sending.points())
                .pooling(UnitPool.newBuilder()
                        .addUnits("points")
                        .setMaxMembers(4)
                        .setSpending(spending)
                        .setCoolingOffDays(10));
    }

    @AfterEach
    void theBooksAreSound() {
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void whatOnePutsInAnotherTakesOutWithTheExpiryThatItHas() {
        owls.founds("ann");
        assertThat(Family.places(owls.welcomes("ann", "bob", POOL_ROLE_ADULT)))
                .containsExactly("ann OWNER JOINED", "bob ADULT JOINED");
        shop.buys("ann", "o1", euros(30)).at(day(1));
        shop.buys("ann", "o2", euros(30)).at(day(11));

        owls.puts("ann", 40);
        assertThat(owls.points("bob")).isEqualTo(40);
        owls.takes("bob", 35);

        assertThat(shop.points("ann").available()).isEqualTo(20);
        assertThat(shop.points("bob").available()).isEqualTo(35);
        assertThat(owls.points("ann")).isEqualTo(5);
        Platform.advanceTo(day(31));
        assertThat(shop.points("bob").available())
                .as("30 of them were of the first day")
                .isEqualTo(5);
        Platform.advanceTo(day(41));
        assertThat(owls.points("ann")).isZero();
        assertThat(Rows.events(shop, "bob"))
                .startsWith("enrolled", "INVITED in owls as ADULT", "JOINED in owls as ADULT")
                .contains("TRANSFER_IN 30 IN_TRANSIT→AVAILABLE lot 1 @day 11", "received 35 of ⌂owls @day 11");
    }

    @Test
    void aChildPutsInAndTakesOutOnlyWhereEveryoneMay() {
        owls.founds("ann");
        owls.welcomes("ann", "cem", POOL_ROLE_CHILD);
        shop.buys("cem", "o1", euros(30)).at(day(1));
        owls.puts("cem", 30);

        assertThat(refusal(() -> owls.takes("cem", 10))).isEqualTo("FAILED_PRECONDITION POOL_ROLE");
        assertThat(refusal(() -> owls.invites("cem", "dia", POOL_ROLE_CHILD)))
                .isEqualTo("FAILED_PRECONDITION POOL_ROLE");
        shop.runs(program(PoolSpending.POOL_SPENDING_EVERYONE));
        owls.takes("cem", 10);
        shop.runs(program(PoolSpending.POOL_SPENDING_OWNER));
        assertThat(refusal(() -> owls.takes("cem", 10))).isEqualTo("FAILED_PRECONDITION POOL_ROLE");
        owls.takes("ann", 20);
        assertThat(shop.points("ann").available()).isEqualTo(20);
    }

    @Test
    void nobodyElseLearnsOfAPoolOrHasAPartInIt() {
        owls.founds("ann");
        owls.invites("ann", "bob", POOL_ROLE_ADULT);
        shop.buys("dia", "o1", euros(30)).at(day(1));

        assertThat(refusal(() -> owls.seenBy("dia"))).isEqualTo("NOT_FOUND POOL_NOT_FOUND");
        assertThat(refusal(() -> owls.puts("dia", 1))).isEqualTo("NOT_FOUND POOL_NOT_FOUND");
        assertThat(refusal(() -> owls.takes("dia", 1))).isEqualTo("NOT_FOUND POOL_NOT_FOUND");
        assertThat(refusal(() -> owls.joins("dia"))).isEqualTo("NOT_FOUND POOL_NOT_FOUND");
        assertThat(refusal(() -> owls.leaves("bob", "dia"))).isEqualTo("NOT_FOUND POOL_NOT_FOUND");
        assertThat(refusal(() -> owls.puts("bob", 1))).as("invited only").isEqualTo("NOT_FOUND POOL_NOT_FOUND");
        assertThat(refusal(() -> Family.in(shop, "crows").joins("dia"))).isEqualTo("NOT_FOUND POOL_NOT_FOUND");
        assertThat(refusal(() -> owls.founds("dia"))).isEqualTo("ALREADY_EXISTS POOL_EXISTS");
        assertThat(shop.members
                        .listMembers(ListMembersRequest.getDefaultInstance())
                        .getMembersList())
                .extracting(Member::getMemberId)
                .containsExactly("ann", "bob", "cem", "dia", "eve");
    }

    @Test
    void whoLeavesTakesNothingAlongAndStaysAwayForAWhile() {
        owls.founds("ann");
        owls.welcomes("ann", "bob", POOL_ROLE_ADULT);
        shop.buys("bob", "o1", euros(30)).at(day(1));
        owls.puts("bob", 30);

        owls.leaves("bob", "bob");

        assertThat(owls.points("ann")).isEqualTo(30);
        assertThat(shop.points("bob")).isEqualTo(Points.NONE);
        assertThat(refusal(() -> owls.invites("ann", "bob", POOL_ROLE_ADULT)))
                .isEqualTo("FAILED_PRECONDITION POOL_PLACE");
        assertThat(refusal(() -> Family.in(shop, "crows").founds("bob"))).isEqualTo("FAILED_PRECONDITION POOL_PLACE");
        Platform.advanceTo(day(11));
        Family.in(shop, "crows").founds("bob");
        assertThat(refusal(() -> owls.invites("ann", "bob", POOL_ROLE_ADULT)))
                .isEqualTo("FAILED_PRECONDITION POOL_PLACE");
    }

    @Test
    void theOwnerLeavesLastAndLeavesNothing() {
        owls.founds("ann");
        owls.welcomes("ann", "bob", POOL_ROLE_ADULT);
        shop.buys("bob", "o1", euros(30)).at(day(1));
        owls.puts("bob", 30);
        assertThat(refusal(() -> owls.leaves("ann", "ann"))).isEqualTo("FAILED_PRECONDITION POOL_IN_USE");
        assertThat(refusal(() -> owls.leaves("ann", "bob"))).isEqualTo("FAILED_PRECONDITION POOL_ROLE");
        assertThat(refusal(() -> owls.makes("bob", "ann", POOL_ROLE_CHILD))).isEqualTo("FAILED_PRECONDITION POOL_ROLE");

        assertThat(Family.places(owls.makes("ann", "bob", POOL_ROLE_OWNER)))
                .containsExactly("ann ADULT JOINED", "bob OWNER JOINED");
        assertThat(Family.places(owls.leaves("ann", "bob"))).containsExactly("bob OWNER JOINED");
        assertThat(refusal(() -> owls.leaves("bob", "bob"))).isEqualTo("FAILED_PRECONDITION POOL_IN_USE");
        owls.takes("bob", 30);
        assertThat(Family.places(owls.leaves("bob", "bob"))).isEmpty();
        assertThat(refusal(() -> owls.founds("cem"))).isEqualTo("ALREADY_EXISTS POOL_EXISTS");
    }

    @Test
    void theWalletShowsWhatTheFamilyHas() {
        owls.founds("ann");
        owls.invites("ann", "bob", PoolRole.POOL_ROLE_ADULT);
        shop.buys("ann", "o1", euros(30)).at(day(1));
        owls.puts("ann", 20);

        WalletPool anns = wallet("ann").getPool();
        assertThat(anns.getPoolId()).isEqualTo("owls");
        assertThat(anns.getRole()).isEqualTo(PoolRole.POOL_ROLE_OWNER);
        assertThat(anns.getBalances(0).getAvailable()).isEqualTo(20);
        WalletPool bobs = wallet("bob").getPool();
        assertThat(bobs.getState()).isEqualTo(PoolPlaceState.POOL_PLACE_STATE_INVITED);
        assertThat(bobs.getBalancesList()).as("nobody else's business").isEmpty();
        assertThat(wallet("cem").hasPool()).isFalse();

        Platform.advanceTo(day(31));
        assertThat(wallet("ann").getPool().getBalances(0).getAvailable())
                .as("it ran out, written down or not")
                .isZero();
    }

    private Wallet wallet(String member) {
        return shop.wallets
                .getWallet(GetWalletRequest.newBuilder().setMemberId(member).build())
                .getWallet();
    }

    @Test
    void aProgramWithoutPoolsLocksNothingUp() {
        owls.founds("ann");
        shop.buys("ann", "o1", euros(30)).at(day(1));
        owls.puts("ann", 30);

        shop.runs(aProgram(aRule("base").perEuro(1)));

        assertThat(refusal(() -> Family.in(shop, "crows").founds("bob")))
                .isEqualTo("FAILED_PRECONDITION POOL_NOT_OFFERED");
        owls.takes("ann", 30);
        assertThat(shop.points("ann").available()).isEqualTo(30);
    }

    @Test
    void whoeverIsSuspendedRulesNoPoolButMayLeaveIt() {
        owls.founds("ann");
        owls.welcomes("ann", "bob", POOL_ROLE_ADULT);
        suspends("ann");
        suspends("bob");

        assertThat(refusal(() -> owls.makes("ann", "bob", POOL_ROLE_OWNER)))
                .isEqualTo("FAILED_PRECONDITION MEMBER_SUSPENDED");
        assertThat(refusal(() -> owls.leaves("bob", "ann"))).isEqualTo("FAILED_PRECONDITION MEMBER_SUSPENDED");
        assertThat(Family.places(owls.leaves("bob", "bob"))).containsExactly("ann OWNER JOINED");
    }

    private void suspends(String member) {
        var _ = shop.members.setMemberStatus(SetMemberStatusRequest.newBuilder()
                .setMemberId(member)
                .setStatus(MemberStatus.MEMBER_STATUS_SUSPENDED)
                .setReason("to be looked into")
                .setRequestId("suspend-" + member)
                .build());
    }

    @Test
    void thereAreOnlySoManyPlacesHoweverManyAreInvitedAtOnce() {
        owls.founds("ann");
        List<String> invited = List.of("bob", "cem", "dia", "eve");

        List<String> outcomes =
                Together.callers(4, caller -> outcome(() -> owls.invites("ann", invited.get(caller), POOL_ROLE_ADULT)));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(3);
        assertThat(outcomes).filteredOn("FAILED_PRECONDITION POOL_FULL"::equals).hasSize(1);
    }

    @Test
    void aPoolIsNeverOverdrawnAndOneRequestHappensOnce() {
        owls.founds("ann");
        Stream.of("bob", "cem", "dia").forEach(member -> owls.welcomes("ann", member, POOL_ROLE_ADULT));
        shop.buys("ann", "o1", euros(100)).at(day(1));
        var request = owls.putting("ann", 100, "once");
        var replies = Together.callers(64, caller -> Reply.of(shop.pools, stub -> stub.putIntoPool(request)));
        assertThat(replies).filteredOn(reply -> !reply.replayed()).hasSize(1);
        assertThat(replies.stream().map(Reply::bytes).distinct()).hasSize(1);

        List<String> members = List.of("ann", "bob", "cem", "dia");
        List<String> outcomes = Together.callers(64, caller -> outcome(() -> owls.takes(members.get(caller % 4), 10)));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(10);
        assertThat(outcomes)
                .filteredOn("FAILED_PRECONDITION INSUFFICIENT_UNITS"::equals)
                .hasSize(54);
        assertThat(owls.points("ann")).isZero();
        assertThat(members.stream()
                        .mapToLong(member -> shop.points(member).available())
                        .sum())
                .isEqualTo(100);
    }

    /** The holder is locked by all of them, and each member by lanes and by the pool: nobody waits for ever. */
    @Test
    void whoBuysSendsPutsInAndTakesOutAtOnceLosesNothing() {
        owls.founds("ann");
        List<String> members = List.of("ann", "bob", "cem", "dia");
        members.stream().skip(1).forEach(member -> owls.welcomes("ann", member, POOL_ROLE_ADULT));
        members.forEach(member -> shop.buys(member, "o-" + member, euros(500)).at(day(1)));
        owls.puts("ann", 200);

        List<String> outcomes = Together.callers(96, caller -> {
            String member = members.get(caller / 4 % 4);
            return outcome(() -> switch (caller % 4) {
                case 0 -> owls.puts(member, 10);
                case 1 -> owls.takes(member, 5);
                case 2 -> new Sending(shop).sends(member, members.get((caller / 4 + 1) % 4), 10, "t" + caller);
                default -> shop.buys(member, "o" + caller, euros(1)).on(day(1)).told();
            });
        });
        Sending.settle();

        assertThat(outcomes).containsOnly("done");
        assertThat(owls.points("ann")).isEqualTo(200 + 24 * 10 - 24 * 5);
        assertThat(owls.points("ann")
                        + members.stream()
                                .mapToLong(member -> shop.points(member).available())
                                .sum())
                .isEqualTo(4 * 500 + 24);
    }

    @Test
    void whatWasPutInAndTakenOutCanBeDecidedOnceMore() {
        owls.founds("ann");
        owls.welcomes("ann", "bob", POOL_ROLE_ADULT);
        shop.buys("ann", "o1", euros(60)).at(day(1));
        owls.puts("ann", 40);
        owls.takes("bob", 35);

        List<SimulateProgramResponse> told = new ArrayList<>();
        SimulationServiceGrpc.newBlockingStub(shop.channel)
                .simulateProgram(SimulateProgramRequest.newBuilder()
                        .setFrom(Timestamps.fromMillis(day(0).toEpochMilli()))
                        .build())
                .forEachRemaining(told::add);

        assertThat(told.getLast().getReport().getMembersDiffering())
                .as(told.getLast().toString())
                .isZero();
        assertThat(told.getLast().getReport().getSkippedList()).isEmpty();
    }

    @Test
    void aPoolHasNoAnniversaryOfItsOwn() {
        owls.founds("ann");

        Platform.advanceTo(day(800));

        assertThat(shop.points("ann").available()).as("two of hers").isEqualTo(10);
        assertThat(owls.points("ann")).isZero();
    }

    private static String refusal(Supplier<?> call) {
        return Reply.refusalOf(call);
    }

    private static String outcome(Supplier<?> call) {
        try {
            var _ = call.get();
            return "done";
        } catch (StatusRuntimeException refused) {
            return Reply.refusalOf(() -> {
                throw refused;
            });
        }
    }
}
