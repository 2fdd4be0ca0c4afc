package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.loyalty.v1.GetPartnerSettlementRequest;
import dev.perennial.contract.loyalty.v1.GetPartnerSettlementResponse;
import dev.perennial.contract.loyalty.v1.PartnerSettlement;
import dev.perennial.contract.loyalty.v1.SettlementLine;
import dev.perennial.contract.loyalty.v1.SettlementServiceGrpc;
import dev.perennial.contract.loyalty.v1.SettlementServiceGrpc.SettlementServiceBlockingStub;
import dev.perennial.contract.program.v1.Named;
import dev.perennial.persistence.audit.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A bakery pays for two points on each euro, a cinema for 30 points on each purchase, the shop itself for a stamp. From
 * February on the bakery pays for what the cinema had paid for.
 */
class SettlementStoryTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

    private final Shop shop = Platform.newSandbox().runs(paidBy("bakery", "cinema"));
    private final SettlementServiceBlockingStub settlements = SettlementServiceGrpc.newBlockingStub(shop.channel);

    @Test
    void twoPartnersTwoMonthsAndARefundInTheSecondOfAnOrderOfTheFirst() {
        List.of("alice", "bob", "carol").forEach(shop::enrols);
        buys("alice", "o1", 50, "2026-01-05T09:00:00Z");
        shop.advances(at("2026-01-20T09:00:00Z"));
        buys("bob", "o2", 20, "2026-01-20T09:00:00Z");

        GetPartnerSettlementResponse running = settle(JANUARY);
        assertThat(running.getIncomplete()).isTrue();
        shop.advances(at("2026-01-31T23:00:00Z"));
        assertThat(settle(JANUARY).getIncomplete())
                .as("for an hour something may still be on its way")
                .isTrue();

        shop.runs(paidBy("bakery", "bakery"));
        shop.advances(at("2026-02-10T09:00:00Z"));
        GetPartnerSettlementResponse january = settle(JANUARY);
        assertThat(january.getIncomplete()).isFalse();
        assertThat(january.getPartnersList()).isEqualTo(running.getPartnersList());
        assertThat(january.getPartnersList())
                .containsExactly(
                        partner("bakery", line("bread", 1, issued(140))),
                        partner("cinema", line("film", 1, issued(60))));

        shop.refunds("alice", "o1", "r1", euros(25))
                .on(at("2026-02-10T09:00:00Z"))
                .told();
        shop.refunds("bob", "o2", "r2", euros(20))
                .on(at("2026-02-10T09:00:00Z"))
                .told();
        buys("carol", "o3", 10, "2026-02-10T09:00:00Z");
        shop.advances(at("2026-03-01T00:00:00Z"));

        assertThat(settle(JANUARY).getPartnersList()).isEqualTo(january.getPartnersList());
        GetPartnerSettlementResponse february = settle(FEBRUARY);
        assertThat(february.getIncomplete()).isFalse();
        assertThat(february.getTimeZone()).isEqualTo("Europe/Berlin");
        assertThat(february.getPartnersList())
                .containsExactly(
                        partner(
                                "bakery",
                                line("bread", 1, takenBack(90)),
                                line("bread", 2, issued(20)),
                                line("film", 2, issued(30))),
                        partner("cinema", line("film", 1, takenBack(30))));
        assertThat(settle(JANUARY, FEBRUARY.plusMonths(1).minusDays(1)).getPartners(1))
                .isEqualTo(partner("cinema", line("film", 1, issued(60).andThen(takenBack(30)))));
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void whatRunsOutIsNotOwedAndWhatIsTakenBackAfterwardsDidNotRunOut() {
        shop.enrols("alice").enrols("bob");
        buys("alice", "o1", 50, "2026-01-05T09:00:00Z");
        buys("bob", "o2", 10, "2026-01-05T09:00:00Z");
        shop.advances(at("2026-04-10T09:00:00Z"));
        assertThat(settle(LocalDate.of(2026, 4, 1)).getPartnersList())
                .containsExactly(
                        partner("bakery", line("bread", 1, expired(120))),
                        partner("cinema", line("film", 1, expired(60))));

        shop.refunds("bob", "o2", "r1", euros(10))
                .on(at("2026-04-10T09:00:00Z"))
                .told();
        assertThat(settle(LocalDate.of(2026, 4, 1)).getPartnersList())
                .containsExactly(
                        partner("bakery", line("bread", 1, expired(100).andThen(takenBack(20)))),
                        partner("cinema", line("film", 1, expired(30).andThen(takenBack(30)))));
        assertThat(settle(LocalDate.of(2027, 1, 1)).getPartnersList()).isEmpty();
    }

    private static AProgram paidBy(String bread, String film) {
        AProgram program = aProgram(
                with(aRule("bread").perEuro(2).expiringAfter(90), bread),
                with(aRule("film").fixed(30).expiringAfter(90), film),
                aRule("stamp").in("stamps"));
        return new AProgram(program.document().toBuilder()
                .addPartners(Named.newBuilder().setId("bakery").setName("The Bakery"))
                .addPartners(Named.newBuilder().setId("cinema").setName("The Cinema"))
                .build());
    }

    private static ARule with(ARule rule, String partner) {
        return new ARule(rule.document().toBuilder().setFundedBy(partner).build());
    }

    private void buys(String member, String order, long euros, String at) {
        shop.buys(member, order, euros(euros)).on(at(at)).told();
    }

    private GetPartnerSettlementResponse settle(LocalDate month) {
        return settle(month, month.plusMonths(1).minusDays(1));
    }

    private GetPartnerSettlementResponse settle(LocalDate from, LocalDate to) {
        return settlements.getPartnerSettlement(GetPartnerSettlementRequest.newBuilder()
                .setFrom(date(from))
                .setTo(date(to))
                .build());
    }

    private static Date date(LocalDate date) {
        return Date.newBuilder()
                .setYear(date.getYear())
                .setMonth(date.getMonthValue())
                .setDay(date.getDayOfMonth())
                .build();
    }

    private static PartnerSettlement partner(String id, SettlementLine... lines) {
        return PartnerSettlement.newBuilder()
                .setPartner(id)
                .setPartnerName(id.equals("bakery") ? "The Bakery" : "The Cinema")
                .addAllLines(List.of(lines))
                .build();
    }

    private static SettlementLine line(String rule, int version, Consumer<SettlementLine.Builder> amounts) {
        SettlementLine.Builder line = SettlementLine.newBuilder()
                .setUnit("points")
                .setUnitName("Points")
                .setRule(rule)
                .setRuleName(rule)
                .setProgramVersion(version);
        amounts.accept(line);
        return line.setNet(line.getIssued() - line.getTakenBack() - line.getExpired())
                .build();
    }

    private static Consumer<SettlementLine.Builder> issued(long amount) {
        return line -> line.setIssued(amount);
    }

    private static Consumer<SettlementLine.Builder> takenBack(long amount) {
        return line -> line.setTakenBack(amount);
    }

    private static Consumer<SettlementLine.Builder> expired(long amount) {
        return line -> line.setExpired(amount);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
