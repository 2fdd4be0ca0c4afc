package dev.perennial.grpc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.ledger.v1.AdjustInBulkRequest;
import dev.perennial.contract.ledger.v1.ApproveBulkRequest;
import dev.perennial.contract.ledger.v1.BulkAdjustmentServiceGrpc;
import dev.perennial.contract.ledger.v1.BulkAdjustmentServiceGrpc.BulkAdjustmentServiceBlockingStub;
import dev.perennial.contract.ledger.v1.BulkHeader;
import dev.perennial.contract.ledger.v1.BulkLine;
import dev.perennial.contract.ledger.v1.BulkLines;
import dev.perennial.contract.ledger.v1.BulkProgress;
import dev.perennial.contract.ledger.v1.ListBulkApprovalsRequest;
import dev.perennial.contract.ledger.v1.WithdrawBulkApprovalRequest;
import dev.perennial.domain.shared.Problem;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malformed parts of bulks, and approvals of them. */
class BadBulkRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final BulkAdjustmentServiceBlockingStub STUB =
            EDGE.as(Edge.KEY, BulkAdjustmentServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> approvals() {
        return BadInput.allRefused(Stream.concat(
                BadInput.IDS.stream()
                        .flatMap(id -> Stream.of(
                                approve("bulk_id", request -> request.setBulkId(id)),
                                approve("actor", request -> request.setActor(id)),
                                withdraw("bulk_id", request -> request.setBulkId(id)),
                                withdraw("actor", request -> request.setActor(id)))),
                Stream.of(
                        approve("actor", request -> request.setActor(" ")),
                        withdraw("actor", request -> request.setActor(" ")),
                        approve("valid_for_days", request -> request.setValidForDays(-1)),
                        approve("valid_for_days", request -> request.setValidForDays(91)),
                        withdraw("content_hash", request -> request.setContentHash("")),
                        withdraw("content_hash", request -> request.setContentHash("g".repeat(64))),
                        withdraw("because", request -> request.setBecause("x".repeat(501))),
                        withdraw("because", request -> request.setBecause("a\0")),
                        list("state", request -> request.setStateValue(99)),
                        list("page_size", request -> request.setPageSize(-1)),
                        list("page_token", request -> request.setPageToken("AAAA")),
                        approve("content_hash", request -> request.setContentHash("")),
                        approve("content_hash", request -> request.setContentHash("A".repeat(64))),
                        approve("content_hash", request -> request.setContentHash("a".repeat(65))))));
    }

    @Test
    void malformedPartsAreNamedByTheirFields() {
        BulkHeader header = BulkHeader.newBuilder()
                .setBulkId("spring")
                .setActor("kim")
                .setReason("why")
                .build();
        BulkLine line = BulkLine.newBuilder()
                .setLineNumber(1)
                .setMemberId("anna")
                .setUnit("points")
                .setAmount(1)
                .build();
        assertThat(fields(AdjustInBulkRequest.getDefaultInstance())).containsExactly("part");
        assertThat(fields(begins(header.toBuilder().setBulkId("x".repeat(101)))))
                .containsExactly("header.bulk_id");
        assertThat(fields(begins(header.toBuilder().setActor("")))).containsExactly("header.actor");
        assertThat(fields(begins(header.toBuilder().setActor("  ")))).containsExactly("header.actor");
        assertThat(fields(begins(header.toBuilder().setReason("a\0")))).containsExactly("header.reason");
        assertThat(fields(lines(List.of()))).containsExactly("lines.lines");
        assertThat(fields(lines(Collections.nCopies(1_001, line)))).containsExactly("lines.lines");
        assertThat(fields(lines(List.of(line.toBuilder().setLineNumber(0).build()))))
                .containsExactly("lines.lines[0].line_number");
        assertThat(fields(lines(List.of(line.toBuilder().setMemberId("käthe").build()))))
                .containsExactly("lines.lines[0].member_id");
        assertThat(fields(lines(List.of(line.toBuilder().setUnit("Points!").build()))))
                .containsExactly("lines.lines[0].unit");
        assertThat(fields(lines(List.of(line.toBuilder().setAmount(0).build()))))
                .containsExactly("lines.lines[0].amount");
        assertThat(fields(begins(header.toBuilder()))).isEmpty();
        assertThat(fields(lines(List.of(line)))).isEmpty();
    }

    @Test
    void progressTellsTheRateAndTheTimeThatIsLeft() {
        BulkProgress progress = BulkProgressReplies.progress(100, 400, 2_000_000_000L);
        assertThat(progress.getLinesPerSecond()).isEqualTo(50);
        assertThat(progress.getTimeLeft().getSeconds()).isEqualTo(6);
        assertThat(BulkProgressReplies.progress(0, 400, 2_000_000_000L).hasTimeLeft())
                .isFalse();
    }

    private static List<String> fields(AdjustInBulkRequest request) {
        return Edge.validation().problems(request).stream().map(Problem::field).toList();
    }

    private static AdjustInBulkRequest begins(BulkHeader.Builder header) {
        return AdjustInBulkRequest.newBuilder().setHeader(header).build();
    }

    private static AdjustInBulkRequest lines(List<BulkLine> lines) {
        return AdjustInBulkRequest.newBuilder()
                .setLines(BulkLines.newBuilder().addAllLines(lines))
                .build();
    }

    private static BadInput approve(String field, Consumer<ApproveBulkRequest.Builder> spoil) {
        ApproveBulkRequest.Builder request = ApproveBulkRequest.newBuilder()
                .setBulkId("spring")
                .setContentHash("a".repeat(64))
                .setActor("maria");
        spoil.accept(request);
        return new BadInput("ApproveBulk", field, () -> STUB.approveBulk(request.build()));
    }

    private static BadInput withdraw(String field, Consumer<WithdrawBulkApprovalRequest.Builder> spoil) {
        WithdrawBulkApprovalRequest.Builder request = WithdrawBulkApprovalRequest.newBuilder()
                .setBulkId("spring")
                .setContentHash("a".repeat(64))
                .setActor("maria");
        spoil.accept(request);
        return new BadInput("WithdrawBulkApproval", field, () -> STUB.withdrawBulkApproval(request.build()));
    }

    private static BadInput list(String field, Consumer<ListBulkApprovalsRequest.Builder> spoil) {
        ListBulkApprovalsRequest.Builder request = ListBulkApprovalsRequest.newBuilder();
        spoil.accept(request);
        return new BadInput("ListBulkApprovals", field, () -> STUB.listBulkApprovals(request.build()));
    }
}
