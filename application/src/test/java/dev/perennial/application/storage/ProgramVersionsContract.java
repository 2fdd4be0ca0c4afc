package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Limits;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ProgramVersions} promises. */
public abstract class ProgramVersionsContract extends PortContract {

    private static final ProgramDocument DOCUMENT = new ProgramDocument(
            "Europe/Berlin",
            "EUR",
            45,
            List.of(new UnitDefinition("points", "Points “★”", 0), new UnitDefinition("credit_eur", "Credit", 2)),
            List.of(
                    rule("a", new EarningAmount.PerAmount(3, 100, Rounding.HALF_EVEN), new Expiry.Never(), null),
                    rule("b", new EarningAmount.PerItem(2), new Expiry.AfterDays(30), at("2026-05-01T00:00:00Z")),
                    rule("c", new EarningAmount.Fixed(7), new Expiry.EndOfMonth(3), null),
                    rule("d", new EarningAmount.Fixed(7), new Expiry.EndOfYear(1), null)));

    @Test
    void hasNoneAtFirst() {
        assertThat(latest(id())).isZero();
        assertThat(all(id())).isEmpty();
    }

    @Test
    void returnsVersionsAsTheyWereAddedInTheirOrder() {
        ProgramVersion first = version(1);
        ProgramVersion second = version(2);
        add(first, "p1");
        add(second, "p2");

        assertThat(all(id())).containsExactly(first, second);
        assertThat(latest(id())).isEqualTo(2);
        assertThat(all(otherTenant.id())).isEmpty();
    }

    @Test
    void keepsTheReply() {
        add(version(1), "p1");
        RequestKey key = RequestKey.command("p1");

        Map<RequestKey, Requests.Earlier> earlier =
                ports.storage().transact(tx -> tx.requests().claim(id(), Map.of(key, desk.fingerprint("p1"))));

        assertThat(earlier).isEqualTo(Map.of(key, new Requests.Earlier(desk.fingerprint("p1"), Desk.replyTo(key))));
    }

    @Test
    void givesANumberOnlyOnce() {
        add(version(1), "p1");

        assertThatThrownBy(() -> add(version(1), "p2")).isInstanceOf(StorageException.Conflict.class);
        assertThat(all(id())).hasSize(1);
    }

    private void add(ProgramVersion version, String requestId) {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command(requestId);
            desk.claim(tx, key);
            tx.programs().add(id(), version, key, Desk.replyTo(key));
            return null;
        });
    }

    private int latest(TenantId of) {
        return ports.storage().read(tx -> tx.programs().latest(of));
    }

    private List<ProgramVersion> all(TenantId of) {
        return ports.storage().read(tx -> tx.programs().all(of));
    }

    private static ProgramVersion version(int number) {
        return new ProgramVersion(number, day(number), START, "why, “briefly”", DOCUMENT);
    }

    private static EarningRuleDocument rule(
            String id, EarningAmount amount, Expiry expiry, @Nullable Instant startsAt) {
        return new EarningRuleDocument(
                id,
                "Rule " + id,
                new Subject(
                        ActivityType.CUSTOM,
                        "check-in",
                        "",
                        "activity.amount > money('5.00')",
                        startsAt,
                        startsAt == null ? null : startsAt.plusSeconds(1)),
                "points",
                amount,
                EarningBase.GOODS,
                new Pending.ForDays(14),
                expiry,
                new Limits(List.of(Cap.units(5, Period.DAY), Cap.times(50, Period.LIFETIME)), Duration.ZERO),
                "",
                "",
                id.equals("b"));
    }
}
