package dev.perennial.application.testing;

import dev.perennial.application.storage.SandboxClocks;
import dev.perennial.application.storage.TenantClock;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sandboxes' clocks in a map. No real time passes here: a turn that is lent for any time at all never runs out. */
public final class InMemorySandboxClocks implements SandboxClocks {

    private final Map<TenantId, Dial> dials;
    private final boolean writable;

    InMemorySandboxClocks(Map<TenantId, Dial> dials, boolean writable) {
        this.dials = dials;
        this.writable = writable;
    }

    /** Everybody is real. */
    public static SandboxClocks none() {
        return new InMemorySandboxClocks(Map.of(), false);
    }

    /**
     * A clock and whoever moves it.
     *
     * @param turns how many turns were taken
     * @param lent whether somebody has the turn
     */
    record Dial(Instant now, long turns, boolean lent) {}

    @Override
    public Optional<TenantClock> read(TenantId tenant) {
        @Nullable Dial dial = dials.get(tenant);
        return dial == null ? Optional.empty() : Optional.of(new TenantClock(dial.now(), dial.lent()));
    }

    @Override
    public Optional<Turn> takeTurn(TenantId sandbox, Duration lease) {
        InMemoryRequests.requireWritable(writable);
        Dial dial = dial(sandbox);
        if (dial.lent()) {
            return Optional.empty();
        }
        dials.put(sandbox, new Dial(dial.now(), dial.turns() + 1, lease.isPositive()));
        return Optional.of(new Turn(dial.turns() + 1, dial.now()));
    }

    @Override
    public boolean move(TenantId sandbox, long turn, Instant to, Duration lease) {
        InMemoryRequests.requireWritable(writable);
        Dial dial = dial(sandbox);
        boolean ours = dial.turns() == turn && !to.isBefore(dial.now());
        if (ours) {
            dials.put(sandbox, new Dial(to, turn, lease.isPositive()));
        }
        return ours;
    }

    @Override
    public void endTurn(TenantId sandbox, long turn) {
        InMemoryRequests.requireWritable(writable);
        Dial dial = dial(sandbox);
        if (dial.turns() == turn) {
            dials.put(sandbox, new Dial(dial.now(), turn, false));
        }
    }

    private Dial dial(TenantId sandbox) {
        return Objects.requireNonNull(dials.get(sandbox), "no sandbox");
    }
}
