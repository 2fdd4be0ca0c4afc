package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Spending;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.loyalty.pool.PoolHolder;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.SentShare;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.PoolDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decisions about units that a member sends to another: one of the sender's, by which they leave, and one of either
 * the receiver's, by which they come in, or the sender's again, by which they come back.
 */
public final class TransferDecisions {

    private final ProgramHistory programs;
    private final MemberState state;
    private final Budgets budgets;
    private final Instant now;

    public TransferDecisions(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {
        this.programs = programs;
        this.state = state;
        this.budgets = budgets;
        this.now = now;
    }

    /** What a member asks for. */
    public record Sending(Party to, UnitId unit, long amount, String message) {}

    /** A transfer as a decision left it. */
    public record Transferred(Decision decision, Transfer transfer) {}

    /**
     * Sends units, the soonest to expire first.
     *
     * @return refused with {@link Reason#MEMBER_SUSPENDED}, {@link Reason#MEMBER_CLOSED}, {@link Reason#SAME_MEMBER},
     *     {@link Reason#TRANSFER_NOT_OFFERED}, {@link Reason#TRANSFER_LIMIT_REACHED} or {@link
     *     Reason#INSUFFICIENT_UNITS}
     */
    public Result<Transferred> send(Sending sending) {
        return Loyalty.withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Optional<Refusal> forbidden = Permission.toMember(advance.state());
            if (forbidden.isPresent()) {
                return Result.refused(forbidden.get());
            }
            if (sending.to().id().equals(state.id())) {
                return Result.refused(Refusal.of(Reason.SAME_MEMBER, "The units would stay where they are."));
            }
            Deciding deciding = Deciding.on(programs, advance.state(), now);
            Program program = programs.at(deciding.now).program();
            return offer(program, state.id(), sending.to().id(), sending.unit())
                    .map(offer ->
                            sent(advance, deciding, sending, new TransferLimits(program, offer, deciding.redeeming)))
                    .orElseGet(() -> Result.refused(Refusal.of(
                            Reason.TRANSFER_NOT_OFFERED,
                            "The unit is not sent from one member to another.",
                            Map.of("unit", sending.unit().value()))));
        });
    }

    private Result<Transferred> sent(Advance advance, Deciding deciding, Sending sending, TransferLimits limits) {
        Optional<Refusal> limit = limits.sending(sending.amount(), deciding.now);
        if (limit.isPresent()) {
            return Result.refused(limit.get());
        }
        Gate enough = RewardDecisions.enough(
                sending.unit(), sending.amount(), deciding.posting.usable(sending.unit(), deciding.now));
        if (!enough.open()) {
            return Result.refused(enough.refusal());
        }
        long command = state.lastCommand() + 1;
        int version = programs.at(deciding.now).number();
        List<LotShare> shares =
                spending(deciding, command, sending.unit(), version).send(sending.unit(), sending.amount());
        Transfer transfer = Transfer.sent(
                new Party(state.id(), state.number()),
                command,
                sending.to(),
                sending.unit(),
                sending.amount(),
                sending.message(),
                version,
                deciding.now,
                shares.stream().map(deciding::sentOf).toList());
        limits.sent(transfer);
        deciding.transferred(transfer);
        deciding.tell(new Event.TransferSent(
                deciding.now,
                command,
                transfer.to().id().value(),
                transfer.unit().value(),
                transfer.amount()));
        return Result.ok(new Transferred(advance.then(deciding.done(command)), transfer));
    }

    /**
     * Receives what another member has sent: a lot for each of the sender's, with its expiry or the program's new one.
     * What is past its expiry by now runs out at once.
     *
     * @return refused with {@link Reason#MEMBER_CLOSED}, {@link Reason#TRANSFER_LIMIT_REACHED} or {@link
     *     Reason#BALANCE_OVERFLOW}
     */
    public Result<Transferred> receive(Transfer sent) {
        return Loyalty.withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Optional<Refusal> closed = Permission.toOperator(advance.state());
            if (closed.isPresent()) {
                return Result.refused(closed.get());
            }
            Deciding deciding = Deciding.on(programs, advance.state(), now);
            TransferLimits limits = limits(deciding, sent);
            Optional<Refusal> limit = limits.receiving(deciding.now);
            if (limit.isPresent()) {
                return Result.refused(limit.get());
            }
            long command = state.lastCommand() + 1;
            for (SentShare share : sent.shares()) {
                spending(deciding, command, sent.unit(), share.programVersion())
                        .receive(sent.unit(), share.amount(), terms(sent, share, deciding.now));
            }
            limits.received(deciding.now);
            Transfer received = sent.received(new Party(state.id(), state.number()), deciding.now);
            deciding.transferred(received);
            deciding.tell(new Event.TransferReceived(
                    deciding.now,
                    sent.from().id().value(),
                    sent.number(),
                    sent.unit().value(),
                    sent.amount()));
            deciding.settle(cause(command, sent.unit(), sent.programVersion()), qualified(deciding));
            return Result.ok(new Transferred(advance.then(deciding.done(command)), received));
        });
    }

    /**
     * Takes back what could not be received, as what it was; what would have run out meanwhile is good for the program's
     * time of grace.
     *
     * @param history with the lots that it was sent of
     * @return refused with {@link Reason#BALANCE_OVERFLOW}
     */
    public Result<Transferred> takeBack(Transfer sent, History history, Reason because) {
        return Loyalty.withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Deciding deciding = Deciding.on(programs, advance.state(), advance.onto(history), now);
            long command = state.lastCommand() + 1;
            spending(deciding, command, sent.unit(), sent.programVersion()).takeBack(sent.lots(), grace(deciding.now));
            limits(deciding, sent).returned(sent, deciding.now);
            Transfer returned = sent.returned(deciding.now, because.name());
            deciding.transferred(returned);
            deciding.tell(new Event.TransferReturned(
                    deciding.now,
                    sent.number(),
                    sent.to().id().value(),
                    sent.unit().value(),
                    sent.amount(),
                    because.name()));
            deciding.settle(cause(command, sent.unit(), sent.programVersion()), qualified(deciding));
            return Result.ok(new Transferred(advance.then(deciding.done(command)), returned));
        });
    }

    private Duration grace(Instant at) {
        return Duration.ofDays(programs.at(at).program().document().spending().returnGraceDays());
    }

    private static Map<UnitId, Instant> qualified(Deciding deciding) {
        return deciding.state.tally().qualified();
    }

    /** Within a pool what may be sent is the pool's matter; what is in one can be taken out whatever is pooled now. */
    private static Optional<TransferDocument> offer(Program program, MemberId from, MemberId to, UnitId unit) {
        if (PoolHolder.is(from)) {
            return Optional.of(TransferDocument.unlimited(unit.value()));
        }
        if (PoolHolder.is(to)) {
            PoolDocument pool = program.document().spending().pool();
            return Optional.of(TransferDocument.unlimited(unit.value()))
                    .filter(offer -> pool != null && pool.units().contains(offer.unit()));
        }
        return program.document().spending().transfers().stream()
                .filter(offer -> offer.unit().equals(unit.value()))
                .findFirst();
    }

    private static TransferDocument offer(Program program, Transfer sent) {
        return offer(program, sent.from().id(), sent.to().id(), sent.unit()).orElseThrow();
    }

    /** Those of the version under which it was sent. */
    private TransferLimits limits(Deciding deciding, Transfer sent) {
        Program program = programs.numbered(sent.programVersion()).program();
        return new TransferLimits(program, offer(program, sent), deciding.redeeming);
    }

    private Terms terms(Transfer sent, SentShare share, Instant at) {
        Program program = programs.numbered(sent.programVersion()).program();
        Expiry anew = offer(program, sent).expiry();
        return anew == null ? share.terms() : new Terms(at, anew.from(at, program.zone()));
    }

    private static Spending spending(Deciding deciding, long command, UnitId unit, int programVersion) {
        return new Spending(deciding.posting, new Occasion(cause(command, unit, programVersion), deciding.now));
    }

    private static Cause cause(long command, UnitId unit, int programVersion) {
        return new Cause(Cause.Trigger.COMMAND, command, 0, TransferDocument.ruleOf(unit.value()), programVersion);
    }
}
