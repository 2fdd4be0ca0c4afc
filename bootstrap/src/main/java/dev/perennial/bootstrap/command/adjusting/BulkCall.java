package dev.perennial.bootstrap.command.adjusting;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.contract.ledger.v1.AdjustInBulkRequest;
import dev.perennial.contract.ledger.v1.AdjustInBulkResponse;
import dev.perennial.contract.ledger.v1.BulkHeader;
import dev.perennial.contract.ledger.v1.BulkLine;
import dev.perennial.contract.ledger.v1.BulkLines;
import dev.perennial.contract.ledger.v1.BulkReport;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import java.util.List;

/** One bulk on its way: the lines go, and what becomes of them comes back. */
final class BulkCall {

    private static final int PORTION = 1_000;

    private final ApiClient api;
    private final Progress progress;
    private long shown;

    BulkCall(ApiClient api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    BulkReport send(BulkHeader header, List<BulkLine> lines) throws InterruptedException {
        BlockingClientCall<AdjustInBulkRequest, AdjustInBulkResponse> call =
                api.bulkStream().adjustInBulk();
        try {
            boolean open = call.write(
                    AdjustInBulkRequest.newBuilder().setHeader(header).build());
            for (int from = 0; open && from < lines.size(); from += PORTION) {
                List<BulkLine> portion = lines.subList(from, Math.min(lines.size(), from + PORTION));
                open = call.write(AdjustInBulkRequest.newBuilder()
                        .setLines(BulkLines.newBuilder().addAllLines(portion))
                        .build());
            }
            call.halfClose();
            return read(call, lines.size());
        } catch (StatusException failure) {
            throw new StatusRuntimeException(failure.getStatus(), failure.getTrailers());
        }
    }

    private BulkReport read(BlockingClientCall<AdjustInBulkRequest, AdjustInBulkResponse> call, long lines)
            throws InterruptedException, StatusException {
        BulkReport report = BulkReport.getDefaultInstance();
        for (AdjustInBulkResponse reply = call.read(); reply != null; reply = call.read()) {
            switch (reply.getToldCase()) {
                case PROGRESS -> show(reply.getProgress().getLinesDone());
                case REFUSED ->
                    progress.interrupt("line " + reply.getRefused().getLineNumber() + ", member "
                            + reply.getRefused().getMemberId() + ": "
                            + reply.getRefused().getReason() + ", "
                            + reply.getRefused().getMessage());
                case REPORT -> report = reply.getReport();
                case TOLD_NOT_SET -> {
                    // of a later server
                }
            }
        }
        show(lines);
        return report;
    }

    private void show(long done) {
        progress.add(Math.max(0, done - shown));
        shown = Math.max(done, shown);
    }
}
