package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.Bulk;
import dev.perennial.application.ledger.BulkReport;
import dev.perennial.contract.ledger.v1.AdjustInBulkResponse;
import dev.perennial.contract.ledger.v1.BulkProgress;
import dev.perennial.contract.ledger.v1.BulkSum;
import dev.perennial.contract.ledger.v1.RefusedLine;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;

/** Tells a caller how far its bulk is, about once a second and not while the caller does not read, and what is refused. */
final class BulkProgressReplies {

    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE_NANOS = NANOS_PER_SECOND;

    private final ServerCallStreamObserver<AdjustInBulkResponse> observer;
    private final long total;
    private final long begun = System.nanoTime();
    private long told = begun;

    BulkProgressReplies(ServerCallStreamObserver<AdjustInBulkResponse> observer, long total) {
        this.observer = observer;
        this.total = total;
    }

    void reached(long lines) {
        long now = System.nanoTime();
        if (now - told >= PAUSE_NANOS && observer.isReady()) {
            told = now;
            observer.onNext(AdjustInBulkResponse.newBuilder()
                    .setProgress(progress(lines, total, now - begun))
                    .build());
        }
    }

    /** @param nanos since it began, more than 0 */
    static BulkProgress progress(long lines, long total, long nanos) {
        BulkProgress.Builder progress = BulkProgress.newBuilder()
                .setLinesDone(lines)
                .setLines(total)
                .setLinesPerSecond(lines * NANOS_PER_SECOND / (double) nanos);
        if (lines > 0) {
            progress.setTimeLeft(Times.toProto(Duration.ofSeconds((total - lines) * nanos / lines / NANOS_PER_SECOND)));
        }
        return progress.build();
    }

    void refused(Bulk.Line line, Refusal why) {
        observer.onNext(AdjustInBulkResponse.newBuilder()
                .setRefused(RefusedLine.newBuilder()
                        .setLineNumber(line.number())
                        .setMemberId(line.member().value())
                        .setReason(why.reason().name())
                        .setMessage(why.message()))
                .build());
    }

    static AdjustInBulkResponse report(BulkReport report) {
        var proto = dev.perennial.contract.ledger.v1.BulkReport.newBuilder()
                .setDone(report.done())
                .setKnown(report.known())
                .setRefused(report.refused())
                .setContentHash(report.contentHash())
                .setApprovalNeeded(report.approvalNeeded())
                .setApprover(report.approver());
        report.sums()
                .forEach(sum -> proto.addSums(BulkSum.newBuilder()
                        .setUnit(sum.unit())
                        .setGiven(sum.given())
                        .setTaken(sum.taken())));
        return AdjustInBulkResponse.newBuilder().setReport(proto).build();
    }
}
