package dev.perennial.application.member;

import static dev.perennial.domain.testing.Moments.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MembersTest {

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant tenant = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker((source, currency) -> {
        throw new AssertionError("no program is applied here");
    }));

    @Test
    void aNumberIsTakenBeforeTheTransactionThatNeedsIt() {
        Thread caller = Thread.currentThread();

        assertThat(enrol(ofTenant -> Thread.currentThread().equals(caller) ? 7 : 8))
                .isInstanceOf(Result.Ok.class);
        assertThat(ports.storage().member(tenant.id(), new MemberId("ada")).map(state -> state.number()))
                .isEqualTo(Result.ok(7));
    }

    @Test
    void whoGetsNoNumberTroublesNoLane() {
        assertThatThrownBy(() -> enrol(ofTenant -> {
                    throw new StorageException.Unavailable(new IllegalStateException("as told"));
                }))
                .isInstanceOf(StorageException.Unavailable.class);
        assertThat(storage.transactions()).isZero();
    }

    private Result<?> enrol(MemberNumbers numbers) {
        try (Lanes lanes = new Lanes(storage, catalog, new TenantTime(() -> START), new Backoff(new Random(1)), 1)) {
            Identity identity =
                    new Identity(RequestKey.command("enrol"), Fingerprint.of(tenant.secret(), new byte[] {1}));
            return new Members(storage, lanes, numbers)
                    .enrol(
                            tenant,
                            new MemberId("ada"),
                            Profile.EMPTY,
                            identity,
                            (member, state) -> new Payload(new byte[] {1}))
                    .join();
        }
    }
}
