package dev.perennial.application.loyalty.raffle;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ApplyProgram;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.Programs;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.shared.Tenants;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.InMemoryStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.feed.Event.RaffleWon;
import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.EngagementDocument;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** A tenant with a raffle for points that closes on day 10, over storage in memory, on a clock that stands. */
final class RaffleRoom implements AutoCloseable {

    /** Purchases earn a point for each euro. */
    static final ProgramHistory EARNING = aProgram(aRule("base")).alone();

    final Ports ports = Ports.inMemory();
    final Tenant tenant;
    final Desk desk;
    private final Backoff backoff = new Backoff(new Random(1));
    private final ProgramChecker checker = new ProgramChecker(new CelConditions());
    private final ProgramCatalog catalog = new ProgramCatalog(checker);
    private volatile Instant now = START;
    private final TenantTime time = new TenantTime(() -> now);
    private final Lanes lanes = new Lanes(ports.storage(), catalog, time, backoff, 2);

    RaffleRoom(int winners, String beacon) {
        this(winners, beacon, tenants -> tenants.add("shop", new Secret(new byte[32]), "key"));
    }

    /** A sandbox, whose clock stands at the start while it is much later for everybody else. */
    static RaffleRoom inSandbox(int winners) {
        return new RaffleRoom(
                        winners, "", tenants -> tenants.addSandbox("sandbox", new Secret(new byte[32]), "key", START))
                .on(999);
    }

    private RaffleRoom(int winners, String beacon, Function<Tenants, Tenant> opened) {
        tenant = opened.apply(ports.tenants());
        desk = new Desk(ports, tenant);
        Programs programs = new Programs(ports.storage(), checker, time, backoff);
        var _ = programs.apply(
                tenant,
                new ApplyProgram(
                        new ApplyProgram.Source.Written(document(winners, beacon)),
                        Optional.empty(),
                        "",
                        OptionalInt.empty()),
                identity("apply", ""),
                version -> new Payload(new byte[] {1}));
    }

    private static ProgramDocument document(int winners, String beacon) {
        ProgramDocument plain = aDocument().written();
        RaffleDocument raffle = new RaffleDocument("spring", "Spring", "points", day(10), winners, beacon);
        return new ProgramDocument(
                plain.timeZone(),
                plain.currency(),
                plain.reopenWindowDays(),
                plain.units(),
                plain.earning(),
                new EngagementDocument(
                        List.of(), List.of(), List.of(), List.of(), List.of(raffle), CelebrationsDocument.DEFAULT),
                plain.standing(),
                plain.spending(),
                plain.parties());
    }

    RaffleRoom on(int day) {
        now = day(day);
        return this;
    }

    /** Begins to advance the sandbox's own clock. */
    Turn takeTurn() {
        return ports.storage()
                .transact(tx -> tx.clocks().takeTurn(tenant.id(), Duration.ofHours(1)))
                .orElseThrow();
    }

    /** Leaves the sandbox's own clock at the day. */
    RaffleRoom endTurn(Turn turn, int day) {
        return ports.storage().transact(tx -> {
            tx.clocks().move(tenant.id(), turn.number(), day(day), Duration.ofHours(1));
            tx.clocks().endTurn(tenant.id(), turn.number());
            return this;
        });
    }

    /** What the members' feeds tell of wins, one line for each: {@code ada 1}. */
    List<String> wins(String... members) {
        return Stream.of(members)
                .flatMap(member -> ((InMemoryStorage) ports.storage())
                        .events(tenant.id(), new MemberId(member)).stream()
                                .filter(RaffleWon.class::isInstance)
                                .map(event -> member + " " + ((RaffleWon) event).place()))
                .toList();
    }

    RaffleDraws draws() {
        return draws(ports.storage());
    }

    RaffleDraws draws(Storage storage) {
        return new RaffleDraws(storage, lanes, catalog, time, backoff);
    }

    RaffleList list() {
        return new RaffleList(ports.storage(), catalog, time);
    }

    Result<Answer> close(String requestId) {
        return close(draws(), requestId);
    }

    Result<Answer> close(RaffleDraws draws, String requestId) {
        return draws.close(tenant, "spring", identity(requestId, "close"), RaffleRoom::payload);
    }

    Result<Answer> draw(String requestId, String beacon) {
        return draws().draw(tenant, "spring", beacon, identity(requestId, "draw " + beacon), RaffleRoom::payload);
    }

    RaffleReport report() {
        return Desk.value(list().get(tenant, "spring"));
    }

    /** The ids of those who win as of now. */
    List<String> winners() {
        return report().outcome().winners().stream()
                .map(place -> place.holder().member().value())
                .toList();
    }

    @Override
    public void close() {
        lanes.close();
    }

    static Reason reason(Result<?> result) {
        return ((Result.Refused<?>) result).refusal().reason();
    }

    Identity identity(String requestId, String request) {
        return new Identity(RequestKey.command(requestId), Fingerprint.of(tenant.secret(), request.getBytes(UTF_8)));
    }

    private static Payload payload(RaffleReport report) {
        return new Payload(report.raffle().toString().getBytes(UTF_8));
    }
}
