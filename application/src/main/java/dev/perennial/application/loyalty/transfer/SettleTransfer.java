package dev.perennial.application.loyalty.transfer;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.TransferDecisions;
import dev.perennial.domain.loyalty.TransferDecisions.Transferred;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was sent is received or comes back. Both have the same key, so whichever has its effect first is the only one:
 * whatever cuts it off, and however many try at once.
 *
 * @param because why it comes back to its sender; null when it is received
 */
record SettleTransfer(
        TenantId tenant, Transfer transfer, @Nullable Reason because) implements MemberCommand {

    private static final Payload NOTHING = new Payload(new byte[0]);

    @Override
    public MemberId member() {
        return because == null ? transfer.to().id() : transfer.from().id();
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.of(once());
    }

    private Identity once() {
        return Identity.reaction("transfer:" + transfer.from().number() + ":" + transfer.number());
    }

    /** The clock that is being advanced waits for it, and not the other way round. */
    @Override
    public boolean waitsForClock() {
        return false;
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        if (because != null && situation.history() == null) {
            return new Ruling.Needs(new HistoryNeed.OfLots(
                    transfer.lots().stream().map(LotShare::lot).collect(Collectors.toSet())));
        }
        return Ruling.of(decided(situation, state), this::done);
    }

    private Result<Transferred> decided(Situation situation, MemberState state) {
        TransferDecisions decisions =
                new TransferDecisions(situation.programs(), state, situation.budgets(), situation.now());
        return because == null || situation.history() == null
                ? decisions.receive(transfer)
                : decisions.takeBack(transfer, situation.history(), because);
    }

    private Ruling done(Transferred settled) {
        Effect.Kind kind = because == null ? Effect.Kind.RECEIVE_TRANSFER : Effect.Kind.RETURN_TRANSFER;
        Effect.Request kept = new Effect.Request(
                        once().key(), kind, settled.decision().after().lastCommand(), "", NOTHING)
                .asking(because == null ? new Asked.Receive(transfer) : new Asked.TakeBack(transfer.number(), because));
        return new Ruling.Done(settled.decision(), kept, null);
    }
}
