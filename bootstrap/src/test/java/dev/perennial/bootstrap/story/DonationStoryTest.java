package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.loyalty.v1.CauseDonations;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc.DonationServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.GetDonationsRequest;
import dev.perennial.contract.loyalty.v1.GetMemberDonationsRequest;
import dev.perennial.contract.loyalty.v1.UnitDonations;
import dev.perennial.contract.program.v1.Named;
import dev.perennial.contract.program.v1.Unit;
import dev.perennial.contract.program.v1.UnitKind;
import dev.perennial.persistence.audit.Finding;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For each euro a cent goes to a forest, once the customer can no longer return what was bought: after 14 days. */
class DonationStoryTest {

    private final Shop shop =
            Platform.newSandbox().runs(forA("forest")).enrols("alice").enrols("bob");
    private final DonationServiceBlockingStub donations = DonationServiceGrpc.newBlockingStub(shop.channel);

    @Test
    void oneForOneWithARefundBeforeAndOneAfterItIsFinal() {
        assertThat(total()).containsExactly(forest(0, 0));
        buys("alice", "o1", 50, "2026-01-05T09:00:00Z");
        assertThat(total()).containsExactly(forest(0, 50));
        shop.refunds("alice", "o1", "r1", euros(10))
                .on(at("2026-01-05T09:00:00Z"))
                .told();
        assertThat(total()).containsExactly(forest(0, 40));
        assertThat(of("alice")).containsExactly(forest(0, 40));

        shop.advances(at("2026-02-10T09:00:00Z"));
        assertThat(total()).containsExactly(forest(40, 0));
        buys("bob", "o2", 20, "2026-02-10T09:00:00Z");
        shop.refunds("alice", "o1", "r2", euros(15))
                .on(at("2026-02-10T09:00:00Z"))
                .told();

        assertThat(total()).containsExactly(forest(25, 20));
        assertThat(of("alice")).containsExactly(forest(25, 0));
        assertThat(of("bob")).containsExactly(forest(0, 20));
        assertThat(during(1, 31)).containsExactly(forest(40, 20));
        assertThat(during(2, 28)).containsExactly(forest(-15, 20));
        shop.advances(at("2026-03-20T09:00:00Z"));
        assertThat(total()).containsExactly(forest(45, 0));
        assertThat(during(1, 31)).containsExactly(forest(40, 0));
        assertThat(during(2, 28)).containsExactly(forest(5, 0));
        assertThat(during(3, 31)).containsExactly(forest(0, 0));
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void whatWasGivenStaysWithTheCauseOfItsTime() {
        buys("alice", "o1", 50, "2026-01-05T09:00:00Z");
        shop.advances(at("2026-01-10T09:00:00Z"));
        shop.runs(forA("school"));
        buys("alice", "o2", 7, "2026-01-10T09:00:00Z");
        shop.advances(at("2026-02-10T09:00:00Z"));

        assertThat(total()).containsExactly(forest(50, 0), cause("school", "A school", 7, 0));
        assertThat(of("bob")).containsExactly(cause("school", "A school", 0, 0));
        assertThat(Reply.refusalOf(() -> of("nobody"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
    }

    private static AProgram forA(String cause) {
        AProgram program = aProgram(
                aRule("for-one").perEuro(1).in("cents").pendingFor(14),
                aRule("base"),
                aRule("stamp").in("stamps"));
        return new AProgram(program.document().toBuilder()
                .addCauses(Named.newBuilder().setId("forest").setName("A forest"))
                .addCauses(Named.newBuilder().setId("school").setName("A school"))
                .addUnits(Unit.newBuilder()
                        .setId("cents")
                        .setName("Cents")
                        .setScale(2)
                        .setKind(UnitKind.UNIT_KIND_CHARITY)
                        .setCause(cause))
                .build());
    }

    private List<CauseDonations> total() {
        return donations.getDonations(GetDonationsRequest.getDefaultInstance()).getCausesList();
    }

    private List<CauseDonations> during(int month, int lastDay) {
        return donations
                .getDonations(GetDonationsRequest.newBuilder()
                        .setFrom(Date.newBuilder().setYear(2026).setMonth(month).setDay(1))
                        .setTo(Date.newBuilder().setYear(2026).setMonth(month).setDay(lastDay))
                        .build())
                .getCausesList();
    }

    private List<CauseDonations> of(String member) {
        return donations
                .getMemberDonations(GetMemberDonationsRequest.newBuilder()
                        .setMemberId(member)
                        .build())
                .getCausesList();
    }

    private static CauseDonations forest(long given, long pending) {
        return cause("forest", "A forest", given, pending);
    }

    private static CauseDonations cause(String id, String name, long given, long pending) {
        return CauseDonations.newBuilder()
                .setCause(id)
                .setCauseName(name)
                .addUnits(UnitDonations.newBuilder()
                        .setUnit("cents")
                        .setUnitName("Cents")
                        .setGiven(given)
                        .setPending(pending))
                .build();
    }

    private void buys(String member, String order, long euros, String at) {
        shop.buys(member, order, euros(euros)).on(at(at)).told();
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
