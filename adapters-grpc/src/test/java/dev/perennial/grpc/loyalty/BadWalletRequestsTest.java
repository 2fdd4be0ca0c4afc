package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.loyalty.v1.BatchGetWalletsRequest;
import dev.perennial.contract.loyalty.v1.GetWalletRequest;
import dev.perennial.contract.loyalty.v1.WalletServiceGrpc;
import dev.perennial.contract.loyalty.v1.WalletServiceGrpc.WalletServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.WatchWalletRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malformed questions about wallets, and those about members who are not there. */
class BadWalletRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final WalletServiceBlockingStub STUB = EDGE.as(Edge.KEY, WalletServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        new BadInput("GetWallet", "member_id", () -> STUB.getWallet(wallet(id))),
                        new BadInput("WatchWallet", "member_id", () -> watch(id, "")),
                        new BadInput(
                                "BatchGetWallets", "member_ids[1]", () -> STUB.batchGetWallets(wallets("a", id))))));
    }

    @TestFactory
    Stream<DynamicTest> sets() {
        String[] many = IntStream.range(0, 101).mapToObj(i -> "m" + i).toArray(String[]::new);
        return BadInput.allRefused(Stream.of(List.of(), List.of("a", "b", "a"), List.of(many))
                .map(set -> set.toArray(String[]::new))
                .map(set -> new BadInput("BatchGetWallets", "member_ids", () -> STUB.batchGetWallets(wallets(set)))));
    }

    @TestFactory
    Stream<DynamicTest> languages() {
        return BadInput.allRefused(Stream.of("d", "de_DE", "de-", "german language", "\u0000")
                .flatMap(locale -> Stream.of(
                        new BadInput(
                                "GetWallet",
                                "locale",
                                () -> STUB.getWallet(wallet("anna").toBuilder()
                                        .setLocale(locale)
                                        .build())),
                        new BadInput("WatchWallet", "locale", () -> watch("anna", locale)))));
    }

    private static Object watch(String member, String locale) {
        return STUB.watchWallet(WatchWalletRequest.newBuilder()
                        .setMemberId(member)
                        .setLocale(locale)
                        .build())
                .next();
    }

    @Test
    void whatIsUnknownHereIsNotFoundAndAnotherTenantsIsTheSame() {
        try (Edge edge = Edge.inMemory()) {
            Shop.of(edge, Edge.KEY).opened();
            var _ = Shop.of(edge, Edge.RIVALS_KEY)
                    .members()
                    .enrolMember(Samples.enrolment().setMemberId("bert").build());
            WalletServiceBlockingStub stub = edge.as(Edge.KEY, WalletServiceGrpc::newBlockingStub);
            assertThat(Refused.by(() -> stub.getWallet(wallet("bert"))).reason())
                    .isEqualTo("MEMBER_NOT_FOUND");
            assertThat(Refused.bytesOf(() -> stub.getWallet(wallet("bert"))))
                    .isEqualTo(Refused.bytesOf(() -> stub.getWallet(wallet("nobody"))));
            assertThat(stub.batchGetWallets(wallets("bert", "nobody")).getUnknownMemberIdsList())
                    .containsExactly("bert", "nobody");
        }
    }

    private static GetWalletRequest wallet(String member) {
        return GetWalletRequest.newBuilder().setMemberId(member).build();
    }

    private static BatchGetWalletsRequest wallets(String... members) {
        return BatchGetWalletsRequest.newBuilder()
                .addAllMemberIds(List.of(members))
                .build();
    }
}
