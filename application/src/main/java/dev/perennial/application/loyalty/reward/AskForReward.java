package dev.perennial.application.loyalty.reward;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RewardDecisions;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A member asks for a reward.
 *
 * @param atOnce whether it is redeemed at once or reserved
 */
record AskForReward(
        TenantId tenant,
        MemberId member,
        String reward,
        boolean atOnce,
        Expectations expectations,
        GeneratedCodes codes,
        Identity request,
        Function<Redeemed, Payload> reply)
        implements MemberCommand {

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public Set<BudgetUse> budgets(ProgramHistory programs, MemberState state, Instant now) {
        return programs.isEmpty() ? Set.of() : RewardDecisions.poolsNeeded(programs, state, reward, now);
    }

    @Override
    public Optional<String> codeList(ProgramHistory programs, MemberState state, Instant now) {
        return atOnce && !programs.isEmpty()
                ? RewardDecisions.codeListNeeded(programs, state, reward, now)
                : Optional.empty();
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        ProgramHistory programs = situation.programs();
        if (programs.isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        Optional<Refusal> moved = expectations.unmet(
                programs, state, programs.at(situation.now()).number(), situation.budgets(), situation.now());
        if (moved.isPresent()) {
            return new Ruling.Refused(moved.get());
        }
        return Ruling.of(decided(situation, state), this::done);
    }

    private Result<Redeemed> decided(Situation situation, MemberState state) {
        return atOnce
                ? RewardDecisions.redeem(
                        situation.programs(),
                        state,
                        reward,
                        situation.codes(codes::next),
                        situation.budgets(),
                        situation.now())
                : RewardDecisions.reserve(situation.programs(), state, reward, situation.budgets(), situation.now());
    }

    private Ruling done(Redeemed redeemed) {
        Effect.Kind kind = atOnce ? Effect.Kind.REDEEM_REWARD : Effect.Kind.RESERVE_REWARD;
        Effect.Request kept = new Effect.Request(
                        request.key(), kind, redeemed.decision().after().lastCommand(), "", reply.apply(redeemed))
                .asking(new Asked.Reward(reward, atOnce));
        return new Ruling.Done(redeemed.decision(), kept, null);
    }
}
