package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.community.Participation;
import dev.perennial.domain.loyalty.community.Participation.Membership;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a member takes part, as columns of its row. Most members take part in nothing: that is NULL. */
final class ParticipationColumns {

    private ParticipationColumns() {}

    static @Nullable String leaderboards(Participation participation) {
        return participation.leaderboards().isEmpty()
                ? null
                : new TreeMap<>(participation.leaderboards())
                        .entrySet().stream()
                                .map(each -> each.getKey() + ":" + micros(each.getValue()))
                                .collect(Collectors.joining(","));
    }

    static byte @Nullable [] club(Participation participation) {
        return participation.club() == null ? null : Text.bytes(participation.clubId());
    }

    static @Nullable Instant clubSince(Participation participation) {
        return participation.club() == null ? null : participation.club().since();
    }

    static Participation read(@Nullable String leaderboards, byte @Nullable [] club, @Nullable Instant clubSince) {
        if (leaderboards == null && club == null) {
            return Participation.NONE;
        }
        Membership membership = club == null || clubSince == null ? null : new Membership(Text.of(club), clubSince);
        return new Participation(leaderboards == null ? Map.of() : read(leaderboards), membership);
    }

    private static Map<String, Instant> read(String leaderboards) {
        Map<String, Instant> since = new HashMap<>();
        for (String each : leaderboards.split(",", -1)) {
            int colon = each.indexOf(':');
            long micros = Long.parseLong(each.substring(colon + 1));
            since.put(each.substring(0, colon), Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        }
        return since;
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
