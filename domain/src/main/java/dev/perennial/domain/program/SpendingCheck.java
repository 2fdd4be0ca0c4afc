package dev.perennial.domain.program;

import dev.perennial.domain.program.UnitDefinition.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked of what units can be spent on. */
final class SpendingCheck {

    private static final int REWARDS_MAX = 500;
    private static final int RETURN_GRACE_DAYS_MAX = 400;
    private static final int PICTURE_URL_MAX = 2_000;

    /** More than anybody can have, and far from what sums of prices overflow at. */
    private static final long PRICE_MAX = 1_000_000_000_000_000L;

    private static final long STOCK_MAX = 1_000_000_000_000L;

    /** 30 days. */
    private static final int RESERVATION_MINUTES_MAX = 43_200;

    /** They tell what somebody did or gave: that is not undone by buying something. */
    private static final Set<Kind> NEVER_SPENT = EnumSet.of(Kind.STATUS, Kind.BADGE, Kind.CHARITY);

    private final References references;
    private final RewardContentCheck contents;
    private final RewardGatesCheck gates;
    private final TransfersCheck transfers;
    private final PoolCheck pool;

    SpendingCheck(SubjectsCheck subjects, References references) {
        this.references = references;
        this.contents = new RewardContentCheck(references);
        this.gates = new RewardGatesCheck(subjects, references);
        this.transfers = new TransfersCheck(references);
        this.pool = new PoolCheck(references);
    }

    /** The rewards with their compiled conditions; of use only if nothing was found. */
    List<Reward> check(SpendingDocument spending, Findings findings) {
        List<Reward> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        findings.at("rewards").each(spending.rewards(), REWARDS_MAX, "rewards", (reward, here) -> {
            here.at("id").id(reward.id(), seen);
            LocalizedTextCheck.name(reward.name(), here.at("name"));
            LocalizedTextCheck.description(reward.description(), here.at("description"));
            picture(reward.pictureUrl(), here.at("picture_url"));
            contents.check(reward.content(), here);
            price(reward, here.at("price"));
            Condition condition = gates.check(reward.gates(), here);
            reward.supply().stock().ifPresent(stock -> here.at("stock").range(stock, 1, STOCK_MAX));
            budget(reward, here.at("budget"));
            here.at("reservation_minutes").range(reward.reservationMinutes(), 1, RESERVATION_MINUTES_MAX);
            checked.add(new Reward(reward, condition));
        });
        findings.at("return_grace_days").range(spending.returnGraceDays(), 0, RETURN_GRACE_DAYS_MAX);
        transfers.check(spending.transfers(), findings.at("transfers"));
        pool.check(spending.pool(), findings.at("pool"));
        return checked;
    }

    private static void picture(String url, Findings findings) {
        if (url.isEmpty()) {
            return;
        }
        findings.text(url, PICTURE_URL_MAX);
        try {
            URI uri = new URI(url);
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                findings.add("is not an https address");
            }
        } catch (URISyntaxException malformed) {
            findings.add("is not an https address");
        }
    }

    private void price(RewardDocument reward, Findings findings) {
        RewardDocument.Price price = reward.price();
        if (price != null) {
            references
                    .unit(price.unit(), findings.at("unit"))
                    .filter(unit -> NEVER_SPENT.contains(unit.kind()))
                    .ifPresent(unit -> findings.at("unit").add("a unit of the kind " + unit.kind() + " is not spent"));
            findings.at("amount").range(price.amount(), 1, PRICE_MAX);
        }
    }

    private void budget(RewardDocument reward, Findings findings) {
        references
                .budget(reward.supply().budget(), findings)
                .filter(budget -> RewardUnits.drawn(reward, budget.unit()).isEmpty())
                .ifPresent(budget -> findings.add("counts '" + budget.unit() + "', " + instead(reward)));
    }

    private static String instead(RewardDocument reward) {
        String units = Stream.concat(RewardUnits.granted(reward).stream(), RewardUnits.price(reward).stream())
                .distinct()
                .collect(Collectors.joining("' or '"));
        return units.isEmpty() ? "but the reward costs nothing and grants no units" : "not '" + units + "'";
    }
}
