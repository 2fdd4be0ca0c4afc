package dev.perennial.application.ledger;

import dev.perennial.application.ledger.BulkApprovals.Approval;
import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.Actor;
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

/**
 * Many corrections by hand that belong together. Each line is a command of its own with a key of its own, so a bulk that
 * was cut off is sent again and goes on where it was.
 */
public final class BulkAdjustments {

    /** Enough that lanes are never idle, little enough that they stay free for others. */
    private static final int OUTSTANDING_MAX = 200;

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

    /**
     * Carries a bulk out, line by line in its order; a line that is refused does not keep the others from it.
     *
     * @return refused as a whole, with nothing done, with {@link Reason#PROGRAM_NOT_APPLIED} or {@link
     *     Reason#APPROVAL_NEEDED}; the lines are refused as {@link UnitLedger#adjust} is
     */
    public Result<BulkReport> carryOut(Tenant tenant, Bulk bulk, Lines lines, BulkWatcher watcher) {
        Now now = now(tenant);
        if (now.programs().isEmpty()) {
            return Result.refused(Refusal.programNotApplied());
        }
        String approver = approver(tenant, bulk);
        Optional<Refusal> needed = approver.isEmpty() ? exceeded(bulk, now) : Optional.empty();
        return needed.isPresent()
                ? Result.refused(needed.get())
                : Result.ok(carriedOut(tenant, bulk, lines, approver, watcher));
    }

    private BulkReport carriedOut(Tenant tenant, Bulk bulk, Lines lines, String approver, BulkWatcher watcher) {
        BulkTally tally = new BulkTally(bulk, watcher);
        Deque<Pending> pending = new ArrayDeque<>();
        for (Bulk.Line line : bulk.lines()) {
            if (watcher.gone().getAsBoolean()) {
                break;
            }
            if (pending.size() == OUTSTANDING_MAX) {
                settle(pending.remove(), tally);
            }
            Adjustment adjustment = new Adjustment(
                    line.member(),
                    new Correction.Adjust(line.unit(), line.amount()),
                    bulk.reason(),
                    bulk.actor(),
                    approver,
                    Expectations.NONE);
            pending.add(new Pending(
                    line,
                    lanes.submit(new AdjustUnits(
                            tenant.id(), adjustment, lines.identity().apply(line), lines.reply()))));
        }
        pending.forEach(each -> settle(each, tally));
        return tally.report(false, approver);
    }

    private static void settle(Pending pending, BulkTally tally) {
        switch (pending.reply().join()) {
            case Result.Ok<Answer>(Answer answer) -> tally.stands(pending.line(), answer.replayed());
            case Result.Refused<Answer>(Refusal refusal) -> tally.refused(pending.line(), refusal);
        }
    }

    /**
     * Tells what carrying it out would come to, and writes nothing. Whether lines were carried out before is not looked
     * at.
     *
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED}
     */
    public Result<BulkReport> tryOut(Tenant tenant, Bulk bulk, BulkWatcher watcher) {
        Now now = now(tenant);
        if (now.programs().isEmpty()) {
            return Result.refused(Refusal.programNotApplied());
        }
        String approver = approver(tenant, bulk);
        boolean exceeds = exceeded(bulk, now).isPresent();
        BulkTally tally = new BulkTally(bulk, watcher);
        BulkTrial trial = new BulkTrial(tenant.id(), bulk, exceeds || !approver.isEmpty());
        List<Bulk.Line> lines = bulk.lines();
        for (int from = 0; from < lines.size() && !watcher.gone().getAsBoolean(); from += OUTSTANDING_MAX) {
            List<Bulk.Line> page = lines.subList(from, Math.min(lines.size(), from + OUTSTANDING_MAX));
            storage.read(tx -> {
                trial.decide(tx, catalog.in(tx, tenant.id()), time.now(tx, tenant.id()), page, tally);
                return page;
            });
        }
        return Result.ok(tally.report(exceeds && approver.isEmpty(), approver));
    }

    /** Somebody approves exactly this content. Whoever asks for it cannot, and may have approved it without effect. */
    public Approval approve(Tenant tenant, String bulk, String contentHash, String approver) {
        return approvals.keep(
                tenant.id(),
                bulk,
                contentHash,
                new Approval(approver, now(tenant).at()));
    }

    /** Somebody else than who asks for it; empty for nobody. */
    private String approver(Tenant tenant, Bulk bulk) {
        return approvals.of(tenant.id(), bulk.id(), bulk.contentHash()).stream()
                .map(Approval::approver)
                .filter(approver -> !Actor.same(approver, bulk.actor()))
                .findFirst()
                .orElse("");
    }

    private static Optional<Refusal> exceeded(Bulk bulk, Now now) {
        return BulkLimits.exceeded(bulk, now.programs().at(now.at()).program());
    }

    private Now now(Tenant tenant) {
        return storage.read(tx -> new Now(catalog.in(tx, tenant.id()), time.now(tx, tenant.id())));
    }
}
