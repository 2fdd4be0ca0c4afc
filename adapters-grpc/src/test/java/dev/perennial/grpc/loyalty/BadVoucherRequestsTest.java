package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.loyalty.v1.GetCodeListRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherRequest;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesRequest;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesResponse;
import dev.perennial.contract.loyalty.v1.RefusedCode;
import dev.perennial.contract.loyalty.v1.UseVoucherRequest;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc.VoucherServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.StreamSender;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about vouchers. Storage fails in these tests, so what is refused has not touched it. */
class BadVoucherRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final VoucherServiceBlockingStub STUB = EDGE.as(Edge.KEY, VoucherServiceGrpc::newBlockingStub);
    private static final List<String> CODES = List.of("", "x".repeat(2_049), "käthe", "tab\there", "nul\0", "line\n");
    private static final List<String> LISTS = List.of("", "x".repeat(65), "Spring", "1st", "a b", "nul\0", "frühling");

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> codes() {
        return BadInput.allRefused(CODES.stream()
                .flatMap(code -> Stream.of(
                        use("code", "code", request -> request.setCode(code)),
                        new BadInput(
                                "GetVoucher",
                                "code",
                                () -> STUB.getVoucher(GetVoucherRequest.newBuilder()
                                        .setCode(code)
                                        .build())))));
    }

    @TestFactory
    Stream<DynamicTest> keysAndTexts() {
        return BadInput.allRefused(Stream.concat(
                BadInput.IDS.stream().map(id -> use("key", "request_id", request -> request.setRequestId(id))),
                Stream.of("x".repeat(129), "nul\0", "käthe")
                        .map(text -> use("used for", "used_for", request -> request.setUsedFor(text)))));
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return BadInput.allRefused(LISTS.stream()
                .flatMap(list -> Stream.of(
                        importing("list", "list", request -> request.setList(list)),
                        new BadInput(
                                "GetCodeList",
                                "list",
                                () -> STUB.getCodeList(GetCodeListRequest.newBuilder()
                                        .setList(list)
                                        .build())))));
    }

    @TestFactory
    Stream<DynamicTest> portions() {
        return BadInput.allRefused(Stream.of(
                importing("no codes", "codes", ImportVoucherCodesRequest.Builder::clearCodes),
                importing("too many codes", "codes", request -> request.addAllCodes(Collections.nCopies(1_000, "x")))));
    }

    /** The others of its request are added. */
    @Test
    void whatIsNoCodeIsToldInTheReply() {
        try (Edge edge = Edge.inMemory()) {
            List<ImportVoucherCodesResponse> replies = sender(edge)
                    .sends(ImportVoucherCodesRequest.newBuilder()
                            .setList("spring")
                            .addAllCodes(
                                    List.of("a", "", " b", "b ", "x".repeat(65), "käthe", "tab\t", "x".repeat(64), "a"))
                            .build());

            ImportVoucherCodesResponse reply = replies.getFirst();
            assertThat(reply.getAdded()).isEqualTo(2);
            assertThat(reply.getKnown()).isEqualTo(1);
            assertThat(reply.getRefusedList()).extracting(RefusedCode::getIndex).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(reply.getRefusedList())
                    .extracting(RefusedCode::getReason)
                    .containsExactly(
                            "it is empty",
                            "it begins or ends with a blank",
                            "it begins or ends with a blank",
                            "it has more than 64 characters",
                            "it has characters that are not printable ASCII",
                            "it has characters that are not printable ASCII");
        }
    }

    private static BadInput use(String name, String field, Consumer<UseVoucherRequest.Builder> spoil) {
        UseVoucherRequest.Builder request =
                UseVoucherRequest.newBuilder().setCode("AB-1").setRequestId("use-1");
        spoil.accept(request);
        return new BadInput("UseVoucher: " + name, field, () -> STUB.useVoucher(request.build()));
    }

    private static StreamSender<ImportVoucherCodesRequest, ImportVoucherCodesResponse> sender(Edge edge) {
        return new StreamSender<>(edge.as(Edge.KEY, VoucherServiceGrpc::newStub)::importVoucherCodes);
    }

    private static BadInput importing(String name, String field, Consumer<ImportVoucherCodesRequest.Builder> spoil) {
        ImportVoucherCodesRequest.Builder request =
                ImportVoucherCodesRequest.newBuilder().setList("spring").addCodes("AB-1");
        spoil.accept(request);
        return new BadInput(
                "ImportVoucherCodes: " + name, field, () -> sender(EDGE).sends(request.build()));
    }
}
