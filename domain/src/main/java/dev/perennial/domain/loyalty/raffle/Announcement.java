package dev.perennial.domain.loyalty.raffle;

import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.RaffleDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * By which version of the program a raffle goes. Until it closes, each version may change it or leave it out; the first
 * version whose closing moment comes while it is in force closes it for good, and nothing applied later changes that.
 */
public final class Announcement {

    private Announcement() {}

    /**
     * The raffle as it stands at the moment.
     *
     * @return empty when it was left out before it closed, or no version ever had it
     */
    public static Optional<RaffleDocument> of(List<ProgramVersion> versions, String id, Instant now) {
        List<ProgramVersion> byEffect =
                versions.stream().sorted(ProgramVersion.BY_EFFECT).toList();
        for (int i = 0; i < byEffect.size(); i++) {
            boolean last = i + 1 == byEffect.size()
                    || byEffect.get(i + 1).effectiveAt().isAfter(now);
            Instant end = last ? now : byEffect.get(i + 1).effectiveAt();
            Optional<RaffleDocument> raffle = in(byEffect.get(i), id);
            if (raffle.filter(document -> closesBy(document, end, last)).isPresent()) {
                return raffle;
            }
            if (last) {
                return raffle.or(() -> scheduled(byEffect, id, now));
            }
        }
        return Optional.empty();
    }

    /** The end of a version belongs to the next one, but the present moment to the last. */
    private static boolean closesBy(RaffleDocument raffle, Instant end, boolean last) {
        return last ? !raffle.closesAt().isAfter(end) : raffle.closesAt().isBefore(end);
    }

    /** Of a version that was applied already and comes into force later: its commitment is published, too. */
    private static Optional<RaffleDocument> scheduled(List<ProgramVersion> byEffect, String id, Instant now) {
        return byEffect.stream()
                .filter(version -> version.effectiveAt().isAfter(now))
                .flatMap(version -> in(version, id).stream())
                .findFirst();
    }

    private static Optional<RaffleDocument> in(ProgramVersion version, String id) {
        return version.document().engagement().raffles().stream()
                .filter(raffle -> raffle.id().equals(id))
                .findFirst();
    }
}
