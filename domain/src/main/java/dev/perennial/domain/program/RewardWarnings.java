package dev.perennial.domain.program;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rewards that nobody can have, or not as they seem to. */
final class RewardWarnings {

    private final ProgramDocument document;
    private final Instant now;

    private RewardWarnings(ProgramDocument document, Instant now) {
        this.document = document;
        this.now = now;
    }

    static void find(ProgramDocument document, Instant now, Findings findings) {
        RewardWarnings warnings = new RewardWarnings(document, now);
        List<RewardDocument> rewards = document.spending().rewards();
        for (int i = 0; i < rewards.size(); i++) {
            warnings.look(rewards.get(i), findings.at("rewards").item(i));
        }
    }

    private void look(RewardDocument reward, Findings here) {
        price(reward, here.at("price"));
        Instant end = reward.gates().endsAt();
        if (end != null && !end.isAfter(now)) {
            here.at("available_until").add("the season is already over; nobody can have it");
        }
        limits(reward, here.at("limits"));
        budget(reward, here.at("budget"));
    }

    private void price(RewardDocument reward, Findings here) {
        RewardDocument.Price price = reward.price();
        if (price == null) {
            return;
        }
        if (!earned(reward).contains(price.unit())) {
            here.at("unit").add("nobody can pay it unless by hand: nothing else grants '" + price.unit() + "'");
        }
        if (reward.content() instanceof RewardContent.Units(String unit, long amount, Expiry expiry)
                && unit.equals(price.unit())
                && amount >= price.amount()) {
            here.at("amount")
                    .add("comes back with every redemption: the reward grants " + amount + " of the same unit");
        }
    }

    /** What members can get without the reward. */
    private Set<String> earned(RewardDocument reward) {
        Set<String> earned = new HashSet<>(UseWarnings.granted(document));
        document.spending().rewards().stream()
                .filter(other -> !other.id().equals(reward.id()))
                .flatMap(other -> RewardUnits.granted(other).stream())
                .forEach(earned::add);
        return earned;
    }

    private static void limits(RewardDocument reward, Findings here) {
        List<RewardDocument.Limit> limits = reward.limits();
        if (reward.price() == null && limits.isEmpty()) {
            here.add("there are none and it costs nothing: a member can have it again and again");
        }
        for (int i = 0; i < limits.size(); i++) {
            RewardDocument.Limit limit = limits.get(i);
            Findings times = here.item(i).at("times");
            limits.stream()
                    .filter(other -> makesMoot(other, limit))
                    .findFirst()
                    .ifPresent(other -> times.add("is never reached: " + other.words() + " is all there is"));
        }
    }

    /** Whether a longer period allows less than the shorter one. */
    private static boolean makesMoot(RewardDocument.Limit longer, RewardDocument.Limit shorter) {
        return longer.period().compareTo(shorter.period()) > 0 && longer.times() < shorter.times();
    }

    private void budget(RewardDocument reward, Findings here) {
        document.earning().budgets().stream()
                .filter(budget -> budget.id().equals(reward.supply().budget()))
                .forEach(budget -> RewardUnits.drawn(reward, budget.unit()).ifPresent(drawn -> {
                    if (budget.amount() < drawn) {
                        here.add("is less than the " + drawn + " of one redemption");
                    }
                }));
    }
}
