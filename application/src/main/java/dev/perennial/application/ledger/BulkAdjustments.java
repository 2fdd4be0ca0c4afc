package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many corrections by hand that belong together. Each line is a command of its own with a key of its own, so a bulk that
 * was cut off is sent again and goes on where it was.
 */
public final class BulkAdjustments {

    /** Enough that lanes are never idle, little enough that they stay free for others. */
    private static final int OUTSTANDING_MAX = 200;

    /** So many lines after an approval was withdrawn nothing more is begun. */
    private static final int LOOKS_AGAIN_AFTER = 200;

    private final Storage storage;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final BulkApprovals approvals;
    private final TenantTime time;

    public BulkAdjustments(
            Storage storage, Lanes lanes, ProgramCatalog catalog, BulkApprovals approvals, TenantTime time) {
        this.storage = storage;
        this.lanes = lanes;
        this.catalog = catalog;
        this.approvals = approvals;
        this.time = time;
    }

    /**
     * How a line becomes a command.
     *
     * @param identity who the line is, so that it happens once
     * @param reply makes the reply that is kept of it
     */
    public record Lines(Function<Bulk.Line, Identity> identity, BiFunction<Corrected, Long, Payload> reply) {}

    private record Now(ProgramHistory programs, Instant at) {}

    private record Pending(Bulk.Line line, CompletableFuture<Result<Answer>> reply) {}

    /** Whether a bulk needs somebody else, and who that is now. */
    private record Leave(Optional<Refusal> needed, @Nullable BulkApproval approval) {

        boolean isGiven() {
            return approval != null || needed.isEmpty();
        }

        String approver() {
            return approval == null ? "" : approval.approver();
        }
    }

    /**
     * Carries a bulk out, line by line in its order; a line that is refused does not keep the others from it. When its
     * approval ends meanwhile, the lines that are left are refused.
     *
     * @return refused as a whole, with nothing done, with {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#INVALID_REQUEST} when it adds up to too much, or {@link Reason#APPROVAL_NEEDED}; the lines are refused
     *     as {@link UnitLedger#adjust} is
     */
    public Result<BulkReport> carryOut(Tenant tenant, Bulk bulk, Lines lines, BulkWatcher watcher) {
        return leave(tenant, bulk)
                .then(leave -> leave.isGiven()
                        ? Result.ok(carriedOut(tenant, bulk, lines, leave, watcher))
                        : Result.refused(leave.needed().orElseThrow()));
    }

    private BulkReport carriedOut(Tenant tenant, Bulk bulk, Lines lines, Leave first, BulkWatcher watcher) {
        BulkTally tally = new BulkTally(bulk, watcher);
        Deque<Pending> pending = new ArrayDeque<>();
        Leave leave = first;
        int looked = 0;
        for (Bulk.Line line : bulk.lines()) {
            if (watcher.gone().getAsBoolean()) {
                break;
            }
            if (pending.size() == OUTSTANDING_MAX) {
                settle(pending.remove(), tally);
            }
            if (leave.approval() != null && ++looked % LOOKS_AGAIN_AFTER == 0) {
                leave = new Leave(leave.needed(), approval(tenant, bulk));
            }
            if (!leave.isGiven()) {
                tally.refused(line, leave.needed().orElseThrow());
                continue;
            }
            Adjustment adjustment = new Adjustment(
                    line.member(),
                    new Correction.Adjust(line.unit(), line.amount()),
                    bulk.reason(),
                    bulk.actor(),
                    leave.approval(),
                    Expectations.NONE);
            pending.add(new Pending(
                    line,
                    lanes.submit(new AdjustUnits(
                            tenant.id(), adjustment, lines.identity().apply(line), lines.reply()))));
        }
        pending.forEach(each -> settle(each, tally));
        return tally.report(false, first.approver());
    }

    private static void settle(Pending pending, BulkTally tally) {
        switch (pending.reply().join()) {
            case Result.Ok<Answer>(Answer answer) -> tally.stands(pending.line(), answer.replayed());
            case Result.Refused<Answer>(Refusal refusal) -> tally.refused(pending.line(), refusal);
        }
    }

    /**
     * Tells what carrying it out would come to, and writes nothing.
     *
     * @param identity who each line is: those that were carried out before are told so
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED}, or {@link Reason#INVALID_REQUEST} when it adds up to too
     *     much
     */
    public Result<BulkReport> tryOut(
            Tenant tenant, Bulk bulk, Function<Bulk.Line, Identity> identity, BulkWatcher watcher) {
        return leave(tenant, bulk).map(leave -> {
            BulkTally tally = new BulkTally(bulk, watcher);
            boolean approved = leave.needed().isPresent() || leave.approval() != null;
            BulkTrial trial = new BulkTrial(tenant.id(), bulk, identity, approved);
            List<Bulk.Line> lines = bulk.lines();
            for (int from = 0; from < lines.size() && !watcher.gone().getAsBoolean(); from += OUTSTANDING_MAX) {
                List<Bulk.Line> page = lines.subList(from, Math.min(lines.size(), from + OUTSTANDING_MAX));
                storage.read(tx -> {
                    trial.decide(tx, catalog.in(tx, tenant.id()), time.now(tx, tenant.id()), page, tally);
                    return page;
                });
            }
            return tally.report(!leave.isGiven(), leave.approver());
        });
    }

    private Result<Leave> leave(Tenant tenant, Bulk bulk) {
        Now now = now(tenant);
        if (now.programs().isEmpty()) {
            return Result.refused(Refusal.programNotApplied());
        }
        return BulkLimits.of(bulk)
                .map(limits -> new Leave(
                        limits.exceeded(now.programs().at(now.at()).program()), approval(tenant, bulk, now.at())));
    }

    private @Nullable BulkApproval approval(Tenant tenant, Bulk bulk) {
        return approval(tenant, bulk, now(tenant).at());
    }

    /** That of somebody else than who asks for it; null for none. */
    private @Nullable BulkApproval approval(Tenant tenant, Bulk bulk, Instant at) {
        return approvals.of(tenant.id(), bulk.content()).stream()
                .filter(approval -> approval.holdsFor(bulk.actor(), at))
                .findFirst()
                .orElse(null);
    }

    private Now now(Tenant tenant) {
        return storage.read(tx -> new Now(catalog.in(tx, tenant.id()), time.now(tx, tenant.id())));
    }
}
