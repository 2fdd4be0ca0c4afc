package dev.perennial.persistence.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Moments are stored as microseconds since the epoch: the same eight bytes on every engine, with no time zone of a
 * session between what was written and what is read. What is finer than a microsecond is cut off.
 */
public final class MicrosConverter implements Converter<Long, Instant> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Instant from(@Nullable Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public @Nullable Long to(@Nullable Instant moment) {
        return moment == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    @Override
    public Class<Long> fromType() {
        return Long.class;
    }

    @Override
    public Class<Instant> toType() {
        return Instant.class;
    }
}
