package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.Bulk;
import dev.perennial.application.ledger.BulkAdjustments;
import dev.perennial.application.ledger.BulkReport;
import dev.perennial.application.ledger.BulkWatcher;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.ledger.v1.AdjustInBulkRequest;
import dev.perennial.contract.ledger.v1.AdjustInBulkResponse;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.BulkHeader;
import dev.perennial.contract.ledger.v1.BulkLine;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Failures;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Refusals;
import dev.perennial.grpc.shared.Validation;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One bulk. Whether it needs an approval depends on all of its lines, so they are gathered before any is carried out. */
final class BulkStream implements StreamObserver<AdjustInBulkRequest> {

    private static final int LINES_MAX = 20_000;

    private final Tenant tenant;
    private final BulkAdjustments bulks;
    private final Validation validation;
    private final ServerCallStreamObserver<AdjustInBulkResponse> observer;
    private final Function<Throwable, StatusRuntimeException> failures;
    private final Context call = Context.current();
    private final List<Bulk.Line> lines = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();
    private @Nullable BulkHeader header;

    /** After a failure the rest of the stream is not looked at. */
    private boolean failed;

    BulkStream(
            Tenant tenant,
            BulkAdjustments bulks,
            Validation validation,
            ServerCallStreamObserver<AdjustInBulkResponse> observer) {
        this.tenant = tenant;
        this.bulks = bulks;
        this.validation = validation;
        this.observer = observer;
        this.failures = Failures.ofCurrentCall().andThen(Failures::exception);
        // With a handler, sending to a caller who has gone is ignored instead of thrown.
        observer.setOnCancelHandler(() -> {});
    }

    @Override
    public void onNext(AdjustInBulkRequest request) {
        if (failed) {
            return;
        }
        List<Problem> problems = validation.problems(request);
        if (problems.isEmpty()) {
            problems = request.hasHeader()
                    ? begin(request.getHeader())
                    : add(request.getLines().getLinesList());
        }
        if (!problems.isEmpty()) {
            fail(Refusal.invalid(problems));
        }
    }

    private List<Problem> begin(BulkHeader told) {
        if (header != null) {
            return List.of(new Problem("header", "must be told once"));
        }
        header = told;
        return List.of();
    }

    private List<Problem> add(List<BulkLine> more) {
        if (header == null) {
            return List.of(new Problem("header", "must be told before the lines"));
        }
        if (lines.size() + more.size() > LINES_MAX) {
            return List.of(new Problem("lines.lines", "must be at most " + LINES_MAX + " in a bulk"));
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < more.size(); i++) {
            BulkLine line = more.get(i);
            if (!numbers.add(line.getLineNumber())) {
                problems.add(new Problem("lines.lines[" + i + "].line_number", "must be unique in the bulk"));
            }
            lines.add(new Bulk.Line(
                    line.getLineNumber(),
                    new MemberId(line.getMemberId()),
                    new UnitId(line.getUnit()),
                    line.getAmount()));
        }
        return problems;
    }

    @Override
    public void onCompleted() {
        if (failed) {
            return;
        }
        if (header == null || lines.isEmpty()) {
            fail(Refusal.invalid(header == null ? "header" : "lines", "must be told"));
            return;
        }
        try {
            finish(run(header));
        } catch (RuntimeException thrown) {
            observer.onError(failures.apply(thrown));
        }
    }

    private Result<BulkReport> run(BulkHeader told) {
        Bulk bulk = new Bulk(told.getBulkId(), told.getActor(), told.getReason(), lines);
        BulkProgressReplies replies = new BulkProgressReplies(observer, lines.size());
        BulkWatcher watcher = new BulkWatcher(call::isCancelled, replies::reached, replies::refused);
        return told.getDryRun()
                ? bulks.tryOut(tenant, bulk, line -> identity(bulk, line), watcher)
                : bulks.carryOut(
                        tenant,
                        bulk,
                        new BulkAdjustments.Lines(line -> identity(bulk, line), LedgerGrpcService::adjusted),
                        watcher);
    }

    /** As if the line had been asked for by itself. */
    private Identity identity(Bulk bulk, Bulk.Line line) {
        String requestId = "bulk:" + bulk.id() + ":" + line.number();
        return Identities.command(
                tenant,
                requestId,
                AdjustUnitsRequest.newBuilder()
                        .setMemberId(line.member().value())
                        .setUnit(line.unit().value())
                        .setAmount(line.amount())
                        .setReason(bulk.reason())
                        .setActor(bulk.actor())
                        .setRequestId(requestId)
                        .build());
    }

    private void finish(Result<BulkReport> result) {
        switch (result) {
            case Result.Refused<BulkReport>(Refusal refusal) -> fail(refusal);
            case Result.Ok<BulkReport>(BulkReport report) -> {
                observer.onNext(BulkProgressReplies.report(report));
                observer.onCompleted();
            }
        }
    }

    private void fail(Refusal refusal) {
        failed = true;
        observer.onError(Failures.exception(Refusals.status(refusal)));
    }

    @Override
    public void onError(Throwable cancelled) {
        failed = true;
    }
}
