package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.pool.PoolNow;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a member's screen shows, at one moment.
 *
 * @param member advanced to the moment
 * @param offers every reward of the program in force
 * @param pool where the member saves with others; null for nowhere
 */
public record WalletNow(
        ProgramHistory programs,
        MemberState member,
        List<UnitNow> units,
        StandingNow standing,
        ProgressNow progress,
        List<Offer> offers,
        @Nullable PoolNow pool) {

    public WalletNow {
        units = List.copyOf(units);
        offers = List.copyOf(offers);
    }

    /**
     * @param member advanced to the moment
     * @param conversions every entry with which a card became a reward or a reward a card again
     * @param budgets of what the offers draw on
     * @param pool where it saves with others; null for nowhere
     */
    public static WalletNow of(
            ProgramHistory programs,
            MemberState member,
            List<Entry> conversions,
            Budgets budgets,
            @Nullable PoolNow pool) {
        boolean nothing = programs.isEmpty();
        return new WalletNow(
                programs,
                member,
                nothing ? List.of() : UnitNow.of(programs, member),
                StandingNow.of(programs, member),
                ProgressNow.of(programs, member, conversions),
                nothing ? List.of() : RewardDecisions.offers(programs, member, budgets, member.advancedTo()),
                pool);
    }

    /** The number of the version in force; 0 for none. */
    public int programVersion() {
        return programs.isEmpty() ? 0 : programs.at(member.advancedTo()).number();
    }

    /** A reward as it was when it was asked for. */
    public RewardDocument rewardOf(Redemption redemption) {
        return programs.numbered(redemption.programVersion())
                .program()
                .reward(redemption.reward())
                .orElseThrow()
                .document();
    }
}
