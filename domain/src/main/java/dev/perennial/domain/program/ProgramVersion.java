package dev.perennial.domain.program;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A program as it was applied; never changed afterwards.
 *
 * @param number from 1, without gaps
 * @param effectiveAt the first moment of facts that it decides; the first version also decides everything before it
 * @param note why it was applied, in its author's words; may be empty
 */
public record ProgramVersion(
        int number, Instant effectiveAt, Instant appliedAt, String note, ProgramDocument document) {

    /** The order in which versions take effect; of two for the same moment, the newer one decides. */
    public static final Comparator<ProgramVersion> BY_EFFECT =
            Comparator.comparing(ProgramVersion::effectiveAt).thenComparingInt(ProgramVersion::number);

    /** The one that decides what happens at the moment; the first one while none has taken effect. */
    public static Optional<ProgramVersion> inForce(List<ProgramVersion> versions, Instant moment) {
        return versions.stream()
                .filter(version -> !version.effectiveAt().isAfter(moment))
                .max(BY_EFFECT)
                .or(() -> versions.stream().min(BY_EFFECT));
    }
}
