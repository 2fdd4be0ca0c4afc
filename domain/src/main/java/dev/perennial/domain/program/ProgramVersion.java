package dev.perennial.domain.program;

import java.time.Instant;

/**
 * A program as it was applied; never changed afterwards.
 *
 * @param number from 1, without gaps
 * @param effectiveAt the first moment of facts that it decides; the first version also decides everything before it
 * @param note why it was applied, in its author's words; may be empty
 */
public record ProgramVersion(
        int number, Instant effectiveAt, Instant appliedAt, String note, ProgramDocument document) {}
