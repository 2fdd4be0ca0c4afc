package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc.DonationServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.GetDonationsRequest;
import dev.perennial.contract.loyalty.v1.GetMemberDonationsRequest;
import dev.perennial.contract.loyalty.v1.GetPartnerSettlementRequest;
import dev.perennial.contract.loyalty.v1.SettlementServiceGrpc;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import io.grpc.Status.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be asked of donations and settlements and is refused: the reason. */
class FlowRefusalsTest {

    private static final Edge EDGE = Edge.inMemory();
    private static final DonationServiceBlockingStub SHOP = EDGE.as(Edge.KEY, DonationServiceGrpc::newBlockingStub);
    private static final DonationServiceBlockingStub RIVAL =
            EDGE.as(Edge.RIVALS_KEY, DonationServiceGrpc::newBlockingStub);

    @BeforeAll
    static void open() {
        var _ = Shop.of(EDGE, Edge.KEY).opened();
        var _ = Shop.of(EDGE, Edge.RIVALS_KEY)
                .members()
                .enrolMember(Samples.enrolment().setMemberId("bert").build());
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @Test
    void anothersMemberIsAsUnknownAsNobodys() {
        Refused foreign = Refused.by(() -> SHOP.getMemberDonations(of("bert")));
        Refused unknown = Refused.by(() -> SHOP.getMemberDonations(of("nobody")));

        assertThat(foreign.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(foreign.reason()).isEqualTo("MEMBER_NOT_FOUND");
        assertThat(foreign.message()).isEqualTo(unknown.message());
    }

    @Test
    void withoutAProgramThereIsNothingToSum() {
        Date day = Date.newBuilder().setYear(2026).setMonth(1).setDay(1).build();
        GetPartnerSettlementRequest request =
                GetPartnerSettlementRequest.newBuilder().setFrom(day).setTo(day).build();

        assertThat(Refused.by(() -> RIVAL.getDonations(GetDonationsRequest.getDefaultInstance()))
                        .reason())
                .isEqualTo("PROGRAM_NOT_APPLIED");
        assertThat(Refused.by(() -> RIVAL.getMemberDonations(of("bert"))).reason())
                .isEqualTo("PROGRAM_NOT_APPLIED");
        assertThat(Refused.by(() -> EDGE.as(Edge.RIVALS_KEY, SettlementServiceGrpc::newBlockingStub)
                                .getPartnerSettlement(request))
                        .reason())
                .isEqualTo("PROGRAM_NOT_APPLIED");
    }

    @Test
    void aProgramWithoutCausesHasNoDonations() {
        assertThat(SHOP.getDonations(GetDonationsRequest.getDefaultInstance()).getCausesList())
                .isEmpty();
        assertThat(SHOP.getMemberDonations(of("anna")).getCausesList()).isEmpty();
    }

    private static GetMemberDonationsRequest of(String member) {
        return GetMemberDonationsRequest.newBuilder().setMemberId(member).build();
    }
}
