package dev.perennial.grpc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc.BooksServiceBlockingStub;
import dev.perennial.contract.ledger.v1.GetBalanceAtRequest;
import dev.perennial.contract.ledger.v1.GetBreakageRequest;
import dev.perennial.contract.ledger.v1.GetLiabilityRequest;
import dev.perennial.contract.ledger.v1.StreamJournalRequest;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import dev.perennial.grpc.shared.Times;
import io.grpc.Status.Code;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be asked of the books and is refused: the reason. */
class BooksRefusalsTest {

    private static final Edge EDGE = Edge.inMemory();
    private static final BooksServiceBlockingStub SHOP = EDGE.as(Edge.KEY, BooksServiceGrpc::newBlockingStub);
    private static final BooksServiceBlockingStub RIVAL = EDGE.as(Edge.RIVALS_KEY, BooksServiceGrpc::newBlockingStub);
    private static final LocalDate TODAY = LocalDate.ofInstant(Samples.NOW, ZoneOffset.UTC);
    private static final Timestamp LATER = Times.toProto(Samples.NOW.plusSeconds(1));

    @BeforeAll
    static void open() {
        var _ = Shop.of(EDGE, Edge.KEY).opened();
        var _ = Shop.of(EDGE, Edge.RIVALS_KEY)
                .members()
                .enrolMember(Samples.enrolment().setMemberId("bert").build());
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @Test
    void anothersMemberIsAsUnknownAsNobodys() {
        Refused foreign = Refused.by(() -> SHOP.getBalanceAt(of("bert").build()));
        Refused unknown = Refused.by(() -> SHOP.getBalanceAt(of("nobody").build()));
        assertThat(foreign.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(foreign.reason()).isEqualTo("MEMBER_NOT_FOUND");
        assertThat(foreign.message()).isEqualTo(unknown.message());
    }

    @Test
    void nobodyKnowsTheFuture() {
        List<Refused> refused = List.of(
                Refused.by(() -> SHOP.getLiability(
                        GetLiabilityRequest.newBuilder().setAsOf(LATER).build())),
                Refused.by(() -> SHOP.getLiability(
                        GetLiabilityRequest.newBuilder().setAsKnownAt(LATER).build())),
                Refused.by(() -> SHOP.getBalanceAt(of("anna").setAsOf(LATER).build())),
                Refused.by(
                        () -> SHOP.getBalanceAt(of("anna").setAsKnownAt(LATER).build())),
                Refused.by(() -> journal(SHOP, TODAY, TODAY.plusDays(2), "")),
                Refused.by(() -> breakage(SHOP, TODAY.plusMonths(2), "")));
        assertThat(refused).extracting(Refused::reason).containsOnly("INVALID_REQUEST");
        assertThat(refused.stream().flatMap(each -> each.fields().stream()))
                .containsExactly("as_of", "as_known_at", "as_of", "as_known_at", "to", "to");
    }

    @Test
    void aUnitThatNoVersionHasIsUnknown() {
        assertThat(List.of(
                        Refused.by(() -> SHOP.getLiability(GetLiabilityRequest.newBuilder()
                                .setUnit("stars")
                                .build())),
                        Refused.by(() -> journal(SHOP, TODAY, TODAY, "stars")),
                        Refused.by(() -> breakage(SHOP, TODAY, "stars"))))
                .extracting(Refused::reason)
                .containsOnly("UNIT_NOT_FOUND");
    }

    @Test
    void withoutAProgramThereAreNoBooks() {
        assertThat(List.of(
                        Refused.by(() -> RIVAL.getLiability(GetLiabilityRequest.getDefaultInstance())),
                        Refused.by(() -> journal(RIVAL, TODAY, TODAY, "")),
                        Refused.by(() -> breakage(RIVAL, TODAY, ""))))
                .extracting(Refused::reason)
                .containsOnly("PROGRAM_NOT_APPLIED");
        assertThat(RIVAL.getBalanceAt(of("bert").build()).getBalancesList()).isEmpty();
    }

    private static GetBalanceAtRequest.Builder of(String member) {
        return GetBalanceAtRequest.newBuilder().setMemberId(member);
    }

    private static void journal(BooksServiceBlockingStub books, LocalDate from, LocalDate to, String unit) {
        books.streamJournal(StreamJournalRequest.newBuilder()
                        .setFrom(Times.toProto(from))
                        .setTo(Times.toProto(to))
                        .setUnit(unit)
                        .build())
                .forEachRemaining(part -> {});
    }

    private static void breakage(BooksServiceBlockingStub books, LocalDate month, String unit) {
        Date date = Times.toProto(month);
        var _ = books.getBreakage(GetBreakageRequest.newBuilder()
                .setFrom(date)
                .setTo(date)
                .setUnit(unit)
                .build());
    }
}
