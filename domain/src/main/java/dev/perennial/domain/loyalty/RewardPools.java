package dev.perennial.domain.loyalty;

import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardDocument.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one redemption of a reward takes of what is scarce. */
final class RewardPools {

    private final Program program;
    private final Reward reward;
    private final LocalDate day;

    /** @param at when it was asked for: what is given back goes to the period that it was taken from */
    RewardPools(Program program, Reward reward, Instant at) {
        this.program = program;
        this.reward = reward;
        this.day = LocalDate.ofInstant(at, program.zone());
    }

    /** How much it takes of each pool. */
    Map<BudgetUse, Long> takes() {
        Map<BudgetUse, Long> takes = new LinkedHashMap<>();
        stock().ifPresent(use -> takes.put(use, 1L));
        codes().ifPresent(use -> takes.put(use, 1L));
        budget().ifPresent(budget -> takes.put(use(budget), drawn(budget)));
        return takes;
    }

    Optional<BudgetUse> stock() {
        return reward.document().supply().stock().isPresent()
                ? Optional.of(BudgetUse.ofStock(reward.id()))
                : Optional.empty();
    }

    Optional<BudgetUse> codes() {
        return RewardDecisions.codeList(reward).map(BudgetUse::ofCodes);
    }

    Optional<BudgetDocument> budget() {
        return program.budget(reward.document().supply().budget());
    }

    BudgetUse use(BudgetDocument budget) {
        return new BudgetUse(budget.id(), budget.period().startOf(day));
    }

    /** In the unit that is granted if that is the budget's, otherwise in the price's. */
    long drawn(BudgetDocument budget) {
        if (reward.document().content() instanceof RewardContent.Units granted
                && granted.unit().equals(budget.unit())) {
            return granted.amount();
        }
        Price price = reward.document().price();
        return price == null ? 0 : price.amount();
    }
}
