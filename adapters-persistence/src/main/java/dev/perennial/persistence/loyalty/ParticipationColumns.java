package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.community.Participation;
import dev.perennial.persistence.shared.Text;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a member takes part, as columns of its row. Most members take part in nothing: that is NULL. */
final class ParticipationColumns {

    private ParticipationColumns() {}

    static @Nullable String leaderboards(Participation participation) {
        return participation.leaderboards().isEmpty()
                ? null
                : String.join(",", new TreeSet<>(participation.leaderboards()));
    }

    static byte @Nullable [] club(Participation participation) {
        return participation.isInAClub() ? Text.bytes(participation.club()) : null;
    }

    static Participation read(@Nullable String leaderboards, byte @Nullable [] club) {
        return leaderboards == null && club == null
                ? Participation.NONE
                : new Participation(
                        leaderboards == null ? Set.of() : Set.of(leaderboards.split(",")),
                        club == null ? "" : Text.of(club));
    }
}
