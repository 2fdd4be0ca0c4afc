package dev.perennial.application.activity;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Records a fact and decides what follows from it. */
record RecordActivity(
        TenantId tenant,
        MemberId member,
        Activity activity,
        Fingerprint fingerprint,
        Function<Consequences, Payload> reply)
        implements MemberCommand {

    /** A long order is about as much work to store as several short ones. */
    private static final int LINES_PER_ROW = 10;

    @Override
    public Optional<Identity> identity() {
        return Optional.of(new Identity(RequestKey.activity(activity.key()), fingerprint));
    }

    @Override
    public String orderId() {
        return activity.detail() instanceof Purchase order ? order.orderId() : "";
    }

    @Override
    public int weight() {
        return activity.detail() instanceof Purchase order ? 1 + order.lines().size() / LINES_PER_ROW : 1;
    }

    @Override
    public Set<BudgetUse> budgets(ProgramHistory programs, MemberState state, Instant now) {
        return programs.isEmpty() ? Set.of() : Loyalty.budgetsNeeded(programs, state, activity, now);
    }

    @Override
    public Ruling decide(Situation situation) {
        Optional<Refusal> future = FutureFacts.refusal(activity, situation.now());
        if (future.isPresent()) {
            return new Ruling.Refused(future.get());
        }
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        if (situation.programs().isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        ProgramHistory programs = situation.programs();
        History history = situation.history();
        if (history != null) {
            return Ruling.of(
                    Loyalty.record(programs, state, activity, history, situation.budgets(), situation.now()),
                    this::done);
        }
        return Loyalty.historyNeeded(programs, state, activity, situation.now())
                .<Ruling>map(Ruling.Needs::new)
                .orElseGet(() -> Ruling.of(
                        Loyalty.record(programs, state, activity, situation.budgets(), situation.now()), this::done));
    }

    private Ruling done(Consequences consequences) {
        Effect.Request kept = new Effect.Request(
                RequestKey.activity(activity.key()),
                Effect.Kind.ACTIVITY,
                consequences.activityNumber(),
                "",
                reply.apply(consequences));
        return new Ruling.Done(consequences.decision(), kept, null);
    }

    /** Decides with whatever part of the past the fact needs. */
    static Result<Consequences> decided(
            ProgramHistory programs,
            MemberState state,
            Activity activity,
            Function<HistoryNeed, History> past,
            Budgets budgets,
            Instant now) {
        return Loyalty.historyNeeded(programs, state, activity, now)
                .map(need -> Loyalty.record(programs, state, activity, past.apply(need), budgets, now))
                .orElseGet(() -> Loyalty.record(programs, state, activity, budgets, now));
    }
}
