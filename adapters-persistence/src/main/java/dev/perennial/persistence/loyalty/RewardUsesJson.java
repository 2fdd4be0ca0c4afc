package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.reward.RewardUse;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often a member had rewards, as JSON. */
final class RewardUsesJson {

    private static final Comparator<RewardUse> ORDER = Comparator.comparing(RewardUse::reward)
            .thenComparing(RewardUse::period)
            .thenComparing(RewardUse::start);

    private RewardUsesJson() {}

    static @Nullable String write(Map<RewardUse, Long> used) {
        if (used.isEmpty()) {
            return null;
        }
        List<RewardUse> uses = used.keySet().stream().sorted(ORDER).toList();
        return Json.object(json -> Json.array(json, "uses", uses, (one, use) -> {
            one.writeStringProperty("reward", use.reward());
            one.writeStringProperty("period", use.period().name());
            one.writeStringProperty("start", use.start().toString());
            one.writeNumberProperty("times", used.getOrDefault(use, 0L));
        }));
    }

    static Map<RewardUse, Long> read(@Nullable String stored) {
        Map<RewardUse, Long> used = new HashMap<>();
        if (stored != null) {
            Json.parse(stored)
                    .path("uses")
                    .forEach(use -> used.put(
                            new RewardUse(
                                    use.path("reward").asString(""),
                                    Json.word(use.path("period"), Period.LIFETIME),
                                    LocalDate.parse(use.path("start").asString("1970-01-01"))),
                            use.path("times").asLong(0)));
        }
        return used;
    }
}
