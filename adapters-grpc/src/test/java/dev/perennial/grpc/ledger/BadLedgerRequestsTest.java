package dev.perennial.grpc.ledger;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.ExpiredWithin;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc.LedgerServiceBlockingStub;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.ledger.v1.ReinstateUnitsRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Samples;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Malformed requests to the ledger. Storage fails in these tests, so what is refused as malformed has not touched it.
 */
class BadLedgerRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final LedgerServiceBlockingStub STUB = EDGE.as(Edge.KEY, LedgerServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        adjust("member", "member_id", request -> request.setMemberId(id)),
                        adjust("key", "request_id", request -> request.setRequestId(id)),
                        adjust("unit", "unit", request -> request.setUnit(id)),
                        list("member", "member_id", request -> request.setMemberId(id)),
                        new BadInput(
                                "GetBalances",
                                "member_id",
                                () -> STUB.getBalances(GetBalancesRequest.newBuilder()
                                        .setMemberId(id)
                                        .build())))));
    }

    @TestFactory
    Stream<DynamicTest> idsOfWhatRanOut() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        reinstate("member", "member_id", request -> request.setMemberId(id)),
                        reinstate("key", "request_id", request -> request.setRequestId(id)),
                        reinstate("actor", "actor", request -> request.setActor(id)),
                        reinstate("unit", "unit", request -> request.setUnit(id)))));
    }

    @TestFactory
    Stream<DynamicTest> whatRanOut() {
        Timestamp never = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
        Timestamp one = Timestamp.newBuilder().setSeconds(1).build();
        return BadInput.allRefused(Stream.of(
                reinstate("amount", "amount", request -> request.setAmount(-1)),
                reinstate("large amount", "amount", request -> request.setAmount(1_000_000_000_000_001L)),
                reinstate("nothing", "expired", ReinstateUnitsRequest.Builder::clearExpired),
                reinstate("entry", "entry_number", request -> request.setEntryNumber(0)),
                reinstate(
                        "no time",
                        "within.from",
                        request -> request.setWithin(ExpiredWithin.newBuilder().setBefore(one))),
                reinstate(
                        "no end",
                        "within.before",
                        request -> request.setWithin(ExpiredWithin.newBuilder().setFrom(one))),
                reinstate(
                        "backwards",
                        "within.before",
                        request -> request.setWithin(
                                ExpiredWithin.newBuilder().setFrom(one).setBefore(one))),
                reinstate(
                        "malformed time",
                        "within.from",
                        request -> request.setWithin(
                                ExpiredWithin.newBuilder().setFrom(never).setBefore(one))),
                reinstate("no end of it", "until", ReinstateUnitsRequest.Builder::clearUntil),
                reinstate("days", "expires_after_days", request -> request.setExpiresAfterDays(0)),
                reinstate("too many days", "expires_after_days", request -> request.setExpiresAfterDays(36_501)),
                reinstate("malformed expiry", "expires_at", request -> request.setExpiresAt(never)),
                reinstate("no reason", "reason", request -> request.setReason("")),
                reinstate("expected sequence", "expected_member_seq", request -> request.setExpectedMemberSeq(-1)),
                reinstate("expected version", "expected_program_version", r -> r.setExpectedProgramVersion(0))));
    }

    @TestFactory
    Stream<DynamicTest> amounts() {
        return BadInput.allRefused(
                LongStream.of(0, 1_000_000_000_000_001L, -1_000_000_000_000_001L, Long.MIN_VALUE, Long.MAX_VALUE)
                        .mapToObj(amount -> adjust("amount " + amount, "amount", r -> r.setAmount(amount))));
    }

    @TestFactory
    Stream<DynamicTest> expectations() {
        return BadInput.allRefused(Stream.of(
                adjust("expected sequence", "expected_member_seq", request -> request.setExpectedMemberSeq(-1)),
                adjust("expected version", "expected_program_version", r -> r.setExpectedProgramVersion(0))));
    }

    @TestFactory
    Stream<DynamicTest> reasons() {
        return BadInput.allRefused(Stream.concat(BadInput.CONTROL_CHARACTERS.stream(), Stream.of("", "x".repeat(501)))
                .map(reason -> adjust("reason", "reason", request -> request.setReason(reason))));
    }

    @TestFactory
    Stream<DynamicTest> actors() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .filter(actor -> !actor.isEmpty())
                .map(actor -> adjust("actor", "actor", request -> request.setActor(actor))));
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return BadInput.allRefused(Stream.of(
                list("unit", "unit", request -> request.setUnit("Points!")),
                list("page size", "page_size", request -> request.setPageSize(-1)),
                list("token", "page_token", request -> request.setPageToken("AAAA")),
                list("long token", "page_token", request -> request.setPageToken("A".repeat(513)))));
    }

    private static BadInput adjust(String name, String field, Consumer<AdjustUnitsRequest.Builder> spoil) {
        AdjustUnitsRequest.Builder request = Samples.adjustment();
        spoil.accept(request);
        return new BadInput("AdjustUnits: " + name, field, () -> STUB.adjustUnits(request.build()));
    }

    private static BadInput reinstate(String name, String field, Consumer<ReinstateUnitsRequest.Builder> spoil) {
        ReinstateUnitsRequest.Builder request = Samples.reinstatement();
        spoil.accept(request);
        return new BadInput("ReinstateUnits: " + name, field, () -> STUB.reinstateUnits(request.build()));
    }

    private static BadInput list(String name, String field, Consumer<ListEntriesRequest.Builder> spoil) {
        ListEntriesRequest.Builder request = ListEntriesRequest.newBuilder().setMemberId("anna");
        spoil.accept(request);
        return new BadInput("ListEntries: " + name, field, () -> STUB.listEntries(request.build()));
    }
}
