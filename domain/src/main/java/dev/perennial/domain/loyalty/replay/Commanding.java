package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.CheckoutDecisions;
import dev.perennial.domain.loyalty.CodeSupply;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.MigrationDecisions;
import dev.perennial.domain.loyalty.RedemptionDecisions;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.RewardDecisions;
import dev.perennial.domain.loyalty.StatusChange;
import dev.perennial.domain.loyalty.TransferDecisions;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.Taken;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides one command once more. */
final class Commanding {

    private final ProgramHistory programs;
    private final MemberState state;
    private final Past past;
    private final Instant at;

    /** Which code it is makes no difference to units, as long as it is one of its own. */
    private final CodeSupply codes;

    Commanding(ProgramHistory programs, MemberState state, Past past, Instant at) {
        this.programs = programs;
        this.state = state;
        this.past = past;
        this.at = at;
        this.codes = source -> Optional.of("REPLAYED-" + (state.lastCommand() + 1));
    }

    Decision advanced() {
        return Loyalty.advance(programs, state, due(), at);
    }

    Result<Decision> brought(Profile profile, Brought brought) {
        List<BroughtVoucher> vouchers = new ArrayList<>();
        for (BroughtVoucher voucher : brought.vouchers()) {
            vouchers.add(new BroughtVoucher("BROUGHT-" + vouchers.size(), voucher.reward(), voucher.expiresAt()));
        }
        Brought coded =
                new Brought(brought.enrolledAt(), brought.level(), brought.lots(), brought.identifiers(), vouchers);
        return MigrationDecisions.bring(programs, state.id(), state.number(), profile, coded, Taken.NOTHING, at);
    }

    Decision updated(Profile before, Profile after) {
        Member changed = new Member(state.id(), state.number(), 1, state.enrolledAt(), at, after);
        return Loyalty.updateProfile(programs, state, before, changed, due(), at);
    }

    Decision status(StatusChange change) {
        return change.of(programs, state, due(), at);
    }

    Result<Decision> adjusted(Asked.Adjustment asked) {
        if (!programs.isEmpty() && !programs.at(at).program().units().containsKey(asked.unit())) {
            return Result.refused(Refusal.of(Reason.UNIT_NOT_FOUND, "The program has no such unit."));
        }
        return Loyalty.adjust(programs, state, asked.unit(), asked.amount(), due(), at);
    }

    Result<Decision> givenBack(Asked.GivingBack asked) {
        if (!programs.at(at).program().units().containsKey(asked.what().unit())) {
            return Result.refused(Refusal.of(Reason.UNIT_NOT_FOUND, "The program has no such unit."));
        }
        Reinstatement what = asked.here(past.history(state, asked.what().historyNeeded()));
        History expired = past.history(state, what.historyNeeded());
        return what.decide(programs, state, expired, due(), at).map(Reinstatement.Reinstated::decision);
    }

    Result<Decision> asked(Asked.Reward asked) {
        Budgets plenty = Supply.plenty(RewardDecisions.poolsNeeded(programs, state, asked.reward(), at));
        return (asked.atOnce()
                        ? RewardDecisions.redeem(programs, state, asked.reward(), codes, plenty, at)
                        : RewardDecisions.reserve(programs, state, asked.reward(), plenty, at))
                .map(RewardDecisions.Redeemed::decision);
    }

    Result<Decision> changed(Asked.Change asked) {
        History history = past.history(state, new HistoryNeed.OfRedemption(asked.number()));
        RedemptionDecisions decisions = new RedemptionDecisions(programs, state, history, due(), at);
        return (switch (asked.fate()) {
                    case REDEEM -> decisions.redeem(asked.number(), codes);
                    case CANCEL -> decisions.cancel(asked.number());
                    case REVERSE -> decisions.reverse(asked.number());
                    case USE_VOUCHER -> decisions.useVoucher(asked.number(), asked.note());
                })
                .map(RewardDecisions.Redeemed::decision);
    }

    Result<Decision> sent(Asked.Send asked) {
        return transfers(programs)
                .send(new TransferDecisions.Sending(asked.to(), asked.unit(), asked.amount(), ""))
                .map(TransferDecisions.Transferred::decision);
    }

    /** By what the version said under which it was sent, wherever that is not in force here. */
    Result<Decision> received(Transfer sent, ProgramHistory recordedUnder) {
        return transfers(Timeline.knowing(programs, recordedUnder, sent.programVersion()))
                .receive(sent)
                .map(TransferDecisions.Transferred::decision);
    }

    Result<Decision> takenBack(Asked.TakeBack asked) {
        Optional<Transfer> sent = past.sent(asked.number());
        if (sent.isEmpty()) {
            return Result.refused(Refusal.of(Reason.TRANSFER_NOT_FOUND, "Nothing was sent."));
        }
        Set<Integer> lots = sent.get().lots().stream().map(LotShare::lot).collect(Collectors.toSet());
        return transfers(programs)
                .takeBack(sent.get(), past.history(state, new HistoryNeed.OfLots(lots)), asked.because())
                .map(TransferDecisions.Transferred::decision);
    }

    private TransferDecisions transfers(ProgramHistory under) {
        return new TransferDecisions(under, state, due(), at);
    }

    Result<Decision> held(Asked.Hold asked) {
        List<String> shown = asked.vouchers().stream().map(this::code).toList();
        Basket basket = new Basket(asked.order(), shown, asked.payment());
        History told =
                past.history(state, new HistoryNeed.OfOrder(basket.purchase().orderId()));
        return CheckoutDecisions.reserve(programs, state, basket, told, due(), at)
                .map(CheckoutDecisions.Held::decision);
    }

    /** Under the course in which it was asked for another voucher may have been there: then it is not known. */
    private String code(long number) {
        Redemption redemption = state.redemptions().open().get(number);
        return redemption == null || redemption.voucher() == null
                ? "UNKNOWN-" + number
                : redemption.voucher().code();
    }

    Result<Decision> dropped(Asked.Drop asked) {
        return CheckoutDecisions.cancel(programs, state, asked.orderId(), due(), at)
                .map(CheckoutDecisions.Held::decision);
    }

    private Budgets due() {
        return programs.isEmpty() ? Budgets.NONE : Supply.plenty(Loyalty.budgetsNeeded(programs, state, null, at));
    }
}
