package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.Reinstatement.Reinstated;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Units that ran out are given back by hand. */
record ReinstateUnits(TenantId tenant, GivingBack asked, Identity request, BiFunction<Reinstated, Long, Payload> reply)
        implements MemberCommand {

    @Override
    public MemberId member() {
        return asked.member();
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        if (situation.programs().isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        InForce program = situation.programs().at(situation.now());
        Optional<Refusal> moved = asked.expectations()
                .unmet(situation.programs(), state, program.number(), situation.budgets(), situation.now());
        if (moved.isPresent()) {
            return new Ruling.Refused(moved.get());
        }
        Reinstatement what = asked.what();
        if (!program.program().units().containsKey(what.unit())) {
            return Ruling.refused(Reason.UNIT_NOT_FOUND, "The program has no such unit.");
        }
        History history = situation.history();
        return history == null
                ? new Ruling.Needs(what.historyNeeded())
                : Ruling.of(
                        what.decide(situation.programs(), state, history, situation.budgets(), situation.now()),
                        done -> done(done, history));
    }

    private Ruling done(Reinstated done, History history) {
        long number = done.decision().after().lastCommand();
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        Effect.Kind.REINSTATE_UNITS,
                        number,
                        asked.reason(),
                        asked.actor(),
                        reply.apply(done, number))
                .asking(told(done, history));
        return new Ruling.Done(done.decision(), kept, null);
    }

    /** With the moment, since under another program the entry may have another number. */
    private Asked told(Reinstated done, History history) {
        Reinstatement what = asked.what();
        if (!(what.which() instanceof Expired.By)) {
            return new Asked.GivingBack(what, null);
        }
        Instant ranOutAt = Stream.concat(history.expiries().stream(), done.decision().entries().stream())
                .filter(entry -> what.which().means(entry, what.unit()))
                .map(Entry::effectiveAt)
                .findFirst()
                .orElseThrow();
        return new Asked.GivingBack(
                new Reinstatement(what.unit(), what.which(), done.amount(), what.until()), ranOutAt);
    }
}
