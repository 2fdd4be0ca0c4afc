package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page token goes on where its page ended, and nowhere else. */
class PagingTest {

    private static final ListEntriesRequest ANNA =
            ListEntriesRequest.newBuilder().setMemberId("anna").build();
    private static final ListEntriesRequest BEN =
            ListEntriesRequest.newBuilder().setMemberId("ben").build();
    private static final List<Long> THREE = List.of(9L, 8L, 7L);

    @Test
    void aPageAsksForOneMoreToKnowWhetherThereIsANextOne() {
        Paging first = open(ANNA, 2, "");
        assertThat(first.position()).isEqualTo(100);
        assertThat(first.limit()).isEqualTo(3);
        assertThat(first.page(THREE)).containsExactly(9L, 8L);
        assertThat(open(ANNA, 5, first.nextToken(THREE, number -> number)).position())
                .isEqualTo(8);
    }

    @Test
    void theLastPageHasNoToken() {
        Paging page = open(ANNA, 3, "");
        assertThat(page.page(THREE)).isEqualTo(THREE);
        assertThat(page.nextToken(THREE, number -> number)).isEmpty();
    }

    @Test
    void sizesAreClamped() {
        assertThat(open(ANNA, 0, "").limit()).isEqualTo(51);
        assertThat(open(ANNA, Integer.MAX_VALUE, "").limit()).isEqualTo(1_001);
    }

    @Test
    void aTokenIsRefusedForAnotherQueryAnotherTenantAndWhenAnyCharacterIsDifferent() {
        String token = open(ANNA, 2, "").nextToken(THREE, number -> number);
        Tenant other = new Tenant(new TenantId(2), "other", new Secret(new byte[] {4, 5, 6}), false);
        assertThat(Paging.of(Edge.SHOP, BEN, 2, token, 100)).isInstanceOf(Result.Refused.class);
        assertThat(Paging.of(other, ANNA, 2, token, 100)).isInstanceOf(Result.Refused.class);
        for (int i = 0; i < token.length(); i++) {
            char changed = token.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = token.substring(0, i) + changed + token.substring(i + 1);
            assertThat(Paging.of(Edge.SHOP, ANNA, 2, tampered, 100))
                    .as(tampered)
                    .isInstanceOf(Result.Refused.class);
        }
    }

    private static Paging open(ListEntriesRequest query, int size, String token) {
        return switch (Paging.of(Edge.SHOP, query, size, token, 100)) {
            case Result.Ok<Paging>(Paging page) -> page;
            case Result.Refused<Paging> refused -> throw new AssertionError(refused);
        };
    }
}
