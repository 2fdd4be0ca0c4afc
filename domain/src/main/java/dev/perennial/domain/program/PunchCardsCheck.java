package dev.perennial.domain.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of punch cards. */
final class PunchCardsCheck {

    private PunchCardsCheck() {}

    static void check(List<PunchCardDocument> cards, References references, Findings findings) {
        Set<String> seen = new HashSet<>();
        Map<String, String> rewards = new HashMap<>();
        findings.each(cards, Findings.ELEMENTS_MAX, "punch cards", (card, here) -> {
            here.named(card.id(), card.name(), seen);
            references.unit(card.stamp(), here.at("stamp"));
            here.at("size").range(card.size(), 1, GrantCheck.AMOUNT_MAX);
            references.unit(card.reward(), here.at("reward"));
            here.at("reward_units").range(card.rewardUnits(), 1, GrantCheck.AMOUNT_MAX);
            ExpiryCheck.check(card.rewardExpiry(), card.reward(), references, here);
            if (rewards.putIfAbsent(card.stamp(), card.reward()) != null) {
                here.at("stamp").add("'" + card.stamp() + "' already fills another card");
            } else if (leadsBack(card.stamp(), rewards)) {
                here.at("reward").add("becomes stamps of the same card again, which could go on without end");
            }
        });
    }

    /** Whether the rewards of a stamp's card, of the card that these fill and so on are that stamp. */
    private static boolean leadsBack(String stamp, Map<String, String> rewards) {
        @Nullable String unit = rewards.get(stamp);
        for (int step = 0; step < rewards.size() && unit != null && !unit.equals(stamp); step++) {
            unit = rewards.get(unit);
        }
        return stamp.equals(unit);
    }
}
