package dev.perennial.grpc.loyalty;

import com.google.type.Date;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc.DonationServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.GetDonationsRequest;
import dev.perennial.contract.loyalty.v1.GetMemberDonationsRequest;
import dev.perennial.contract.loyalty.v1.GetPartnerSettlementRequest;
import dev.perennial.contract.loyalty.v1.SettlementServiceGrpc;
import dev.perennial.contract.loyalty.v1.SettlementServiceGrpc.SettlementServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed questions about donations and settlements. Storage fails in these tests, so none has touched it. */
class BadFlowRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final DonationServiceBlockingStub DONATIONS =
            EDGE.as(Edge.KEY, DonationServiceGrpc::newBlockingStub);
    private static final SettlementServiceBlockingStub SETTLEMENTS =
            EDGE.as(Edge.KEY, SettlementServiceGrpc::newBlockingStub);
    private static final Date GOOD = date(2026, 1, 1);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> days() {
        return BadInput.allRefused(Stream.of(
                        asked("from", date(2026, 13, 1), date(2027, 1, 1)),
                        asked("from", date(2026, 2, 29), date(2026, 3, 1)),
                        asked("from", date(2026, 2, 0), date(2026, 3, 1)),
                        asked("from", date(1969, 12, 31), GOOD),
                        asked("from", date(0, 1, 1), GOOD),
                        asked("from", Date.getDefaultInstance(), GOOD),
                        asked("to", GOOD, date(3000, 1, 1)),
                        asked("to", GOOD, date(2026, -1, 1)),
                        asked("to", GOOD, date(2026, 1, 0)),
                        asked("to", GOOD, date(2025, 12, 31)))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> settlementsOfNoPeriodOrALongOne() {
        return BadInput.allRefused(Stream.of(
                settlement("from", GetPartnerSettlementRequest.newBuilder().setTo(GOOD)),
                settlement("to", GetPartnerSettlementRequest.newBuilder().setFrom(GOOD)),
                settlement(
                        "to",
                        GetPartnerSettlementRequest.newBuilder().setFrom(GOOD).setTo(date(2027, 1, 2)))));
    }

    @TestFactory
    Stream<DynamicTest> members() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .map(id -> new BadInput(
                        "GetMemberDonations",
                        "member_id",
                        () -> DONATIONS.getMemberDonations(GetMemberDonationsRequest.newBuilder()
                                .setMemberId(id)
                                .build()))));
    }

    private static Stream<BadInput> asked(String field, Date from, Date to) {
        GetDonationsRequest donations =
                GetDonationsRequest.newBuilder().setFrom(from).setTo(to).build();
        return Stream.of(
                new BadInput("GetDonations", field, () -> DONATIONS.getDonations(donations)),
                settlement(
                        field,
                        GetPartnerSettlementRequest.newBuilder().setFrom(from).setTo(to)));
    }

    private static BadInput settlement(String field, GetPartnerSettlementRequest.Builder request) {
        return new BadInput("GetPartnerSettlement", field, () -> SETTLEMENTS.getPartnerSettlement(request.build()));
    }

    private static Date date(int year, int month, int day) {
        return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
    }
}
