package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.loyalty.v1.ExplainEntryRequest;
import dev.perennial.contract.loyalty.v1.GetProgressRequest;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc.LoyaltyServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malformed questions about progress and entries, and those about what is not there. */
class BadLoyaltyRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final LoyaltyServiceBlockingStub STUB = EDGE.as(Edge.KEY, LoyaltyServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        new BadInput("GetProgress", "member_id", () -> STUB.getProgress(progress(id))),
                        new BadInput("ExplainEntry", "member_id", () -> STUB.explainEntry(entry(id, 1))))));
    }

    @TestFactory
    Stream<DynamicTest> numbers() {
        return BadInput.allRefused(Stream.of(0L, -1L, Long.MIN_VALUE)
                .map(number ->
                        new BadInput("ExplainEntry", "entry_number", () -> STUB.explainEntry(entry("anna", number)))));
    }

    @Test
    void whatIsUnknownHereIsNotFoundAndAnotherTenantsIsTheSame() {
        try (Edge edge = Edge.inMemory()) {
            Shop shop = Shop.of(edge, Edge.KEY).opened();
            var _ = Shop.of(edge, Edge.RIVALS_KEY)
                    .members()
                    .enrolMember(Samples.enrolment().setMemberId("bert").build());
            assertThat(Refused.by(() -> shop.loyalty().explainEntry(entry("anna", 1)))
                            .reason())
                    .isEqualTo("ENTRY_NOT_FOUND");
            assertThat(Refused.by(() -> shop.loyalty().explainEntry(entry("anna", Long.MAX_VALUE)))
                            .reason())
                    .isEqualTo("ENTRY_NOT_FOUND");
            assertThat(Refused.by(() -> shop.loyalty().explainEntry(entry("bert", 1)))
                            .reason())
                    .isEqualTo("MEMBER_NOT_FOUND");
            assertThat(Refused.bytesOf(() -> shop.loyalty().explainEntry(entry("bert", 1))))
                    .isEqualTo(Refused.bytesOf(() -> shop.loyalty().explainEntry(entry("nobody", 1))));
            assertThat(Refused.bytesOf(() -> shop.loyalty().getProgress(progress("bert"))))
                    .isEqualTo(Refused.bytesOf(() -> shop.loyalty().getProgress(progress("nobody"))));
        }
    }

    private static GetProgressRequest progress(String member) {
        return GetProgressRequest.newBuilder().setMemberId(member).build();
    }

    private static ExplainEntryRequest entry(String member, long number) {
        return ExplainEntryRequest.newBuilder()
                .setMemberId(member)
                .setEntryNumber(number)
                .build();
    }
}
