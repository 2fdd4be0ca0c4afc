package dev.perennial.application.loyalty.reward;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RedemptionDecisions;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Something becomes of a reward that was asked for.
 *
 * @param number of the redemption, as it was told of the member
 * @param note why, or what a voucher was used for; empty when nobody says
 */
record ChangeRedemption(
        TenantId tenant,
        MemberId member,
        long number,
        Change change,
        String note,
        GeneratedCodes codes,
        Identity request,
        Function<Redeemed, Payload> reply)
        implements MemberCommand {

    /** What can become of it. */
    enum Change {
        REDEEM(Effect.Kind.REDEEM_RESERVATION, Asked.Fate.REDEEM),
        CANCEL(Effect.Kind.CANCEL_RESERVATION, Asked.Fate.CANCEL),
        REVERSE(Effect.Kind.REVERSE_REDEMPTION, Asked.Fate.REVERSE),
        USE_VOUCHER(Effect.Kind.USE_VOUCHER, Asked.Fate.USE_VOUCHER);

        private final Effect.Kind kind;
        private final Asked.Fate fate;

        Change(Effect.Kind kind, Asked.Fate fate) {
            this.kind = kind;
            this.fate = fate;
        }
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public Set<BudgetUse> budgets(ProgramHistory programs, MemberState state, Instant now) {
        Redemption open = state.redemptions().open().get(number(state));
        return open == null
                ? MemberCommand.super.budgets(programs, state, now)
                : RedemptionDecisions.poolsNeeded(programs, state, open, now);
    }

    @Override
    public Optional<String> codeList(ProgramHistory programs, MemberState state, Instant now) {
        Redemption open = state.redemptions().open().get(number(state));
        return open == null || change != Change.REDEEM
                ? Optional.empty()
                : RedemptionDecisions.codeListNeeded(programs, open);
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        History history = situation.history();
        long now = number(state);
        boolean open = state.redemptions().open().containsKey(now);
        if (history == null && (!open || change == Change.REVERSE)) {
            return new Ruling.Needs(new HistoryNeed.OfRedemption(now));
        }
        History past = history == null ? History.of(state, null, List.of()) : history;
        RedemptionDecisions decisions =
                new RedemptionDecisions(situation.programs(), state, past, situation.budgets(), situation.now());
        return Ruling.of(decided(decisions, now, situation), redeemed -> done(now, redeemed));
    }

    /** The number may have been told of somebody who was merged into the member. */
    private long number(MemberState state) {
        return state.merges().command(member, number);
    }

    private Result<Redeemed> decided(RedemptionDecisions decisions, long now, Situation situation) {
        return switch (change) {
            case REDEEM -> decisions.redeem(now, situation.codes(codes::next));
            case CANCEL -> decisions.cancel(now);
            case REVERSE -> decisions.reverse(now);
            case USE_VOUCHER -> decisions.useVoucher(now, note);
        };
    }

    private Ruling done(long now, Redeemed redeemed) {
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        change.kind,
                        redeemed.decision().after().lastCommand(),
                        note,
                        reply.apply(redeemed))
                .asking(new Asked.Change(now, change.fate, note));
        return new Ruling.Done(redeemed.decision(), kept, null);
    }
}
