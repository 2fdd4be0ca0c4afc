package dev.perennial.domain.program;

import java.util.List;

/**
 * A goal that members work towards: when a counter reaches a stage's target, the stage grants.
 *
 * @param id unique among the challenges and stable over the versions of the program
 * @param counter the id of the counter; where its window begins anew, so does the challenge
 * @param recurring whether each multiple of a stage's target counts, or only the first time in a window
 * @param shared whether the members of a club work towards it together: what they have had counted since they joined
 *     adds up, and a stage grants to each of them who has contributed
 * @param stages with ascending targets, 1 to 20
 */
public record ChallengeDocument(
        String id, String name, String counter, boolean recurring, boolean shared, List<Stage> stages) {

    public ChallengeDocument {
        stages = List.copyOf(stages);
    }

    /** One that each member works towards alone. */
    public ChallengeDocument(String id, String name, String counter, boolean recurring, List<Stage> stages) {
        this(id, name, counter, recurring, false, stages);
    }

    /**
     * A part of the way.
     *
     * @param target what the counter must reach, at least 1
     * @param unit what is granted: a badge, points
     * @param units at least 1, in the unit's smallest step
     */
    public record Stage(long target, String unit, long units, Expiry expiry) {}

    /** The id under which a stage grants, as a rule does; a rule's own id has no colon. */
    public String ruleOf(int stage) {
        return "challenge:" + id + ":" + (stage + 1);
    }
}
