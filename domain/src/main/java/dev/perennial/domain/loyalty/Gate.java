package dev.perennial.domain.loyalty;

import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.util.Map;

/**
 * One thing that stands between a member and a reward.
 *
 * @param reason why the reward is refused when the gate is closed
 * @param open whether the member may pass
 * @param words what is asked for and what there is, for people
 * @param details the same for a machine, by name
 */
public record Gate(Reason reason, boolean open, String words, Map<String, String> details) {

    public Gate {
        details = Map.copyOf(details);
    }

    Refusal refusal() {
        return Refusal.of(reason, words, details);
    }
}
