package dev.perennial.domain.program;

/** A reward of a checked program: its document and its compiled condition. */
public record Reward(RewardDocument document, Condition condition) {

    public String id() {
        return document.id();
    }
}
