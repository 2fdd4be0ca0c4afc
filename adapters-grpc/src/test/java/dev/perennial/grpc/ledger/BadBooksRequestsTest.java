package dev.perennial.grpc.ledger;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc.BooksServiceBlockingStub;
import dev.perennial.contract.ledger.v1.GetBalanceAtRequest;
import dev.perennial.contract.ledger.v1.GetBreakageRequest;
import dev.perennial.contract.ledger.v1.GetLiabilityRequest;
import dev.perennial.contract.ledger.v1.StreamJournalRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed questions about the books. Storage fails in these tests, so none has touched it. */
class BadBooksRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final BooksServiceBlockingStub BOOKS = EDGE.as(Edge.KEY, BooksServiceGrpc::newBlockingStub);
    private static final Date GOOD = date(2026, 1, 1);
    private static final List<String> UNITS = List.of("Points", "1point", "a b", "p".repeat(41), "points\n");
    private static final List<Timestamp> MOMENTS = List.of(
            Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build(),
            Timestamp.newBuilder().setSeconds(Long.MIN_VALUE).build(),
            Timestamp.newBuilder().setNanos(-1).build(),
            Timestamp.newBuilder().setNanos(1_000_000_000).build());

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> days() {
        return BadInput.allRefused(Stream.of(
                journal("from", date(2026, 2, 29), GOOD),
                journal("from", date(1969, 12, 31), GOOD),
                journal("from", Date.getDefaultInstance(), GOOD),
                journal("to", GOOD, date(3000, 1, 1)),
                journal("to", GOOD, date(2026, 1, 0)),
                journal("to", GOOD, date(2025, 12, 31)),
                journal("to", GOOD, date(2027, 1, 2)),
                new BadInput(
                        "StreamJournal without",
                        "from",
                        () -> read(StreamJournalRequest.newBuilder().setTo(GOOD))),
                new BadInput(
                        "StreamJournal without",
                        "to",
                        () -> read(StreamJournalRequest.newBuilder().setFrom(GOOD)))));
    }

    @TestFactory
    Stream<DynamicTest> months() {
        return BadInput.allRefused(Stream.of(
                breakage("from", date(2026, 13, 1), GOOD),
                breakage("from", date(1969, 12, 0), GOOD),
                breakage("to", GOOD, date(3000, 1, 0)),
                breakage("to", GOOD, date(2025, 12, 0)),
                breakage("to", GOOD, date(2036, 1, 0)),
                new BadInput(
                        "GetBreakage without",
                        "from",
                        () -> BOOKS.getBreakage(
                                GetBreakageRequest.newBuilder().setTo(GOOD).build())),
                new BadInput(
                        "GetBreakage without",
                        "to",
                        () -> BOOKS.getBreakage(
                                GetBreakageRequest.newBuilder().setFrom(GOOD).build()))));
    }

    @TestFactory
    Stream<DynamicTest> units() {
        return BadInput.allRefused(UNITS.stream()
                .flatMap(unit -> Stream.of(
                        new BadInput(
                                "GetLiability",
                                "unit",
                                () -> BOOKS.getLiability(GetLiabilityRequest.newBuilder()
                                        .setUnit(unit)
                                        .build())),
                        new BadInput(
                                "GetBreakage",
                                "unit",
                                () -> BOOKS.getBreakage(GetBreakageRequest.newBuilder()
                                        .setFrom(GOOD)
                                        .setTo(GOOD)
                                        .setUnit(unit)
                                        .build())),
                        new BadInput(
                                "StreamJournal",
                                "unit",
                                () -> read(StreamJournalRequest.newBuilder()
                                        .setFrom(GOOD)
                                        .setTo(GOOD)
                                        .setUnit(unit))))));
    }

    @TestFactory
    Stream<DynamicTest> moments() {
        return BadInput.allRefused(MOMENTS.stream()
                .flatMap(moment -> Stream.of(
                        new BadInput(
                                "GetLiability",
                                "as_of",
                                () -> BOOKS.getLiability(GetLiabilityRequest.newBuilder()
                                        .setAsOf(moment)
                                        .build())),
                        new BadInput(
                                "GetLiability",
                                "as_known_at",
                                () -> BOOKS.getLiability(GetLiabilityRequest.newBuilder()
                                        .setAsKnownAt(moment)
                                        .build())),
                        new BadInput(
                                "GetBalanceAt",
                                "as_of",
                                () -> BOOKS.getBalanceAt(GetBalanceAtRequest.newBuilder()
                                        .setMemberId("anna")
                                        .setAsOf(moment)
                                        .build())),
                        new BadInput(
                                "GetBalanceAt",
                                "as_known_at",
                                () -> BOOKS.getBalanceAt(GetBalanceAtRequest.newBuilder()
                                        .setMemberId("anna")
                                        .setAsKnownAt(moment)
                                        .build())))));
    }

    @TestFactory
    Stream<DynamicTest> members() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .map(id -> new BadInput(
                        "GetBalanceAt",
                        "member_id",
                        () -> BOOKS.getBalanceAt(
                                GetBalanceAtRequest.newBuilder().setMemberId(id).build()))));
    }

    private static BadInput journal(String field, Date from, Date to) {
        return new BadInput(
                "StreamJournal",
                field,
                () -> read(StreamJournalRequest.newBuilder().setFrom(from).setTo(to)));
    }

    private static void read(StreamJournalRequest.Builder request) {
        BOOKS.streamJournal(request.build()).forEachRemaining(part -> {});
    }

    private static BadInput breakage(String field, Date from, Date to) {
        return new BadInput(
                "GetBreakage",
                field,
                () -> BOOKS.getBreakage(
                        GetBreakageRequest.newBuilder().setFrom(from).setTo(to).build()));
    }

    private static Date date(int year, int month, int day) {
        return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
    }
}
