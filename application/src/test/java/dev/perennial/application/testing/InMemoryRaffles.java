package dev.perennial.application.testing;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.storage.Raffles;
import dev.perennial.application.testing.Tables.RaffleRef;
import dev.perennial.domain.loyalty.raffle.Commitment;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.shared.TenantId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Raffles in a map. */
final class InMemoryRaffles implements Raffles {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tables tables;
    private final boolean writable;

    InMemoryRaffles(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public void announce(TenantId tenant, Collection<String> raffles, Instant now) {
        InMemoryRequests.requireWritable(writable);
        for (String id : new TreeSet<>(raffles)) {
            tables.raffles().computeIfAbsent(new RaffleRef(tenant, id), unknown -> announced(tenant, id, now));
        }
    }

    private RaffleFile announced(TenantId tenant, String id, Instant now) {
        int number = 1
                + (int) tables.raffles().keySet().stream()
                        .filter(raffle -> raffle.tenant().equals(tenant))
                        .count();
        byte[] seed = random();
        Commitment commitment = new Commitment(number, id, Hash.sha256(seed), now);
        return RaffleFile.of(new Raffle.Open(commitment), new Secrets(new Secret(seed), new Secret(random())));
    }

    private static byte[] random() {
        byte[] bytes = new byte[Hash.BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public Optional<Raffle> find(TenantId tenant, String raffle) {
        return Optional.ofNullable(tables.raffles().get(new RaffleRef(tenant, raffle)))
                .map(RaffleFile::state);
    }

    /** Only one transaction runs at a time. */
    @Override
    public Optional<Raffle> lock(TenantId tenant, String raffle) {
        InMemoryRequests.requireWritable(writable);
        return find(tenant, raffle);
    }

    @Override
    public Secrets secrets(TenantId tenant, String raffle) {
        return Objects.requireNonNull(tables.raffles().get(new RaffleRef(tenant, raffle)))
                .secrets();
    }

    @Override
    public void save(TenantId tenant, Raffle.Closing raffle) {
        change(tenant, raffle, file -> file);
    }

    @Override
    public void close(TenantId tenant, Raffle.Closed raffle, RequestKey key, Payload reply) {
        change(tenant, raffle, file -> file);
        InMemoryRequests.answer(tables, tenant, key, reply);
    }

    @Override
    public void draw(TenantId tenant, Raffle.Drawn raffle, List<Place> places, RequestKey key, Payload reply) {
        change(tenant, raffle, file -> file.drawing(places));
        InMemoryRequests.answer(tables, tenant, key, reply);
    }

    private void change(TenantId tenant, Raffle state, UnaryOperator<RaffleFile> more) {
        InMemoryRequests.requireWritable(writable);
        tables.raffles()
                .computeIfPresent(
                        new RaffleRef(tenant, state.commitment().id()),
                        (raffle, file) -> more.apply(file).in(state));
    }
}
