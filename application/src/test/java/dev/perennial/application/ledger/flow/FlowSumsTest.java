package dev.perennial.application.ledger.flow;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.domain.testing.FullDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which days are summed, and sums that are too large. */
class FlowSumsTest {

    private static final LocalDate JANUARY_1 = LocalDate.of(2026, 1, 1);

    private final Ports ports = Ports.inMemory();
    private final Tenant shop = ports.tenants().add("shop", new Secret(new byte[32]), "key");
    private final List<Instant> recorded = new ArrayList<>();
    private final List<LocalDate> summed = new ArrayList<>();
    private final List<UnitFlow> found = new ArrayList<>();
    private Instant now = day(3);

    private final FlowSums sums = new FlowSums(
            ports.storage(),
            new ProgramCatalog(new ProgramChecker(new CelConditions())),
            new Recorder(),
            new TenantTime(() -> now));
    private final PartnerSettlements settlements = new PartnerSettlements(sums);
    private final Donations donations = new Donations(ports.storage(), sums);

    @BeforeEach
    void apply() {
        ProgramVersion version = new ProgramVersion(1, START, START, "", FullDocument.written());
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command("p1");
            new Desk(ports, shop).claim(tx, key);
            tx.programs().add(shop.id(), version, key, Desk.replyTo(key));
            return null;
        });
    }

    @Test
    void daysThatAreOverForAnHourAreSummedOnceIfAnythingWasRecordedOnThem() {
        recorded.addAll(List.of(day(0), day(0).plusSeconds(60), day(2), day(3)));
        now = at("2026-01-03T23:59:59Z"); // in Berlin the 4th has begun an hour ago, but for a second
        settle();
        assertThat(summed).containsExactly(JANUARY_1);

        now = at("2026-01-04T00:00:00Z");
        settle();
        settle();
        assertThat(summed).containsExactly(JANUARY_1, JANUARY_1.plusDays(2));
    }

    @Test
    void aPeriodIsCompleteAnHourAfterItsEnd() {
        now = at("2026-01-01T23:59:59Z");
        assertThat(((Result.Ok<Settlement>) settle()).value().complete()).isFalse();
        now = at("2026-01-02T00:00:00Z");
        assertThat(((Result.Ok<Settlement>) settle()).value().complete()).isTrue();
    }

    @Test
    void aSumThatExceeds64BitsIsRefused() {
        found.add(new UnitFlow(
                new UnitId("points"), "base", 1, EntryKind.EARN, Account.ISSUED, Account.PENDING, Long.MAX_VALUE));
        found.add(new UnitFlow(new UnitId("points"), "base", 1, EntryKind.EARN, Account.ISSUED, Account.AVAILABLE, 1));
        found.add(new UnitFlow(
                new UnitId("charity"), "x", 1, EntryKind.EARN, Account.ISSUED, Account.AVAILABLE, Long.MAX_VALUE));
        found.add(
                new UnitFlow(new UnitId("charity"), "x", 1, EntryKind.ACTIVATE, Account.PENDING, Account.AVAILABLE, 1));

        assertThat(reason(settle())).isEqualTo(Reason.BALANCE_OVERFLOW);
        assertThat(reason(donations.totals(shop, Optional.empty(), Optional.empty())))
                .isEqualTo(Reason.BALANCE_OVERFLOW);
    }

    private Result<Settlement> settle() {
        return settlements.get(shop, JANUARY_1, JANUARY_1);
    }

    private static Reason reason(Result<?> result) {
        return ((Result.Refused<?>) result).refusal().reason();
    }

    /** Finds what it is told to find, and remembers what it was asked to sum. */
    private final class Recorder implements UnitFlows {

        @Override
        public Optional<Instant> firstUnsummed(TenantId tenant) {
            return recorded.stream().min(Instant::compareTo);
        }

        @Override
        public void sum(TenantId tenant, Day day) {
            summed.add(day.on());
            recorded.removeIf(at -> at.isBefore(day.end()));
        }

        @Override
        public List<UnitFlow> during(TenantId tenant, Set<UnitId> units, Days days) {
            return found;
        }

        @Override
        public List<UnitFlow> of(TenantId tenant, MemberId member, Set<UnitId> units) {
            return List.of();
        }
    }
}
