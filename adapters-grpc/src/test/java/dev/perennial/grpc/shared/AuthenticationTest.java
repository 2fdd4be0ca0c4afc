package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.shared.Tenants;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls is known before anything else is looked at. */
class AuthenticationTest {

    private static final GetMemberRequest ANNA =
            GetMemberRequest.newBuilder().setMemberId("anna").build();

    @Test
    void aCallWithoutAKeyIsUnauthenticated() {
        try (Edge edge = Edge.over(() -> new IllegalStateException("storage was touched"))) {
            var stub = MemberServiceGrpc.newBlockingStub(edge.channel());
            Refused refused = Refused.by(() -> stub.getMember(ANNA));
            assertThat(refused.code()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(refused.reason()).isEqualTo("API_KEY_MISSING");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer not-a-key",
                "Bearer eyJhbGciOiJub25lIn0.eyJ0ZW5hbnQiOiJzaG9wIn0.",
                "Basic a2V5LW9mLXRoZS1zaG9w",
                "Bearer ",
                "Bearer",
                "key-of-the-shop",
                "Bearer key-of-the-shop2",
                "Bearer KEY-OF-THE-SHOP"
            })
    void aCallWithAnythingButAKnownKeyIsUnauthenticated(String authorization) {
        Metadata headers = new Metadata();
        headers.put(MetadataKeys.AUTHORIZATION, authorization);
        try (Edge edge = Edge.over(() -> new IllegalStateException("storage was touched"))) {
            var stub = MemberServiceGrpc.newBlockingStub(edge.channel())
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
            // A malformed request from somebody unknown gets no advice on its fields.
            Refused refused = Refused.by(() -> stub.getMember(GetMemberRequest.getDefaultInstance()));
            assertThat(refused.code()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(refused.fields()).isEmpty();
        }
    }

    @Test
    void healthNeedsNoKey() {
        try (Edge edge = Edge.of(new HealthStatusManager().getHealthService())) {
            HealthCheckResponse reply =
                    HealthGrpc.newBlockingStub(edge.channel()).check(HealthCheckRequest.getDefaultInstance());
            assertThat(reply.getStatus()).isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
        }
    }

    @Test
    void aKnownKeyIsAskedForOnceInThirtySecondsAndAnUnknownOneEachTime() {
        AtomicInteger asked = new AtomicInteger();
        AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
        KnownKeys keys = new KnownKeys(new CountedTenants(asked), now::get);

        assertThat(keys.tenant("good")).contains(Edge.SHOP);
        assertThat(keys.tenant("good")).contains(Edge.SHOP);
        assertThat(asked).hasValue(1);
        now.set(Samples.NOW.plus(Duration.ofSeconds(30)));
        assertThat(keys.tenant("good")).contains(Edge.SHOP);
        assertThat(asked).hasValue(2);

        assertThat(keys.tenant("bad")).isEmpty();
        assertThat(keys.tenant("bad")).isEmpty();
        assertThat(asked).hasValue(4);
        assertThat(keys.tenant("x".repeat(513))).isEmpty();
        assertThat(asked).hasValue(4);
    }

    private record CountedTenants(AtomicInteger asked) implements Tenants {

        @Override
        public Optional<Tenant> findByKey(String apiKey) {
            asked.incrementAndGet();
            return apiKey.equals("good") ? Optional.of(Edge.SHOP) : Optional.empty();
        }

        @Override
        public Optional<Tenant> findByName(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tenant add(String name, Secret secret, String apiKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tenant addSandbox(String name, Secret secret, String apiKey, Instant start) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addKey(Tenant tenant, String apiKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean revokeKey(String apiKey) {
            throw new UnsupportedOperationException();
        }
    }
}
