package dev.perennial.domain.program;

import java.time.Instant;

/** A reward of a checked program: its document and its compiled condition. */
public record Reward(RewardDocument document, Condition condition) {

    public String id() {
        return document.id();
    }

    public boolean inSeason(Instant at) {
        return document.gates().inSeason(at);
    }
}
