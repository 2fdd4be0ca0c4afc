package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a member what a reward holds, once it is paid for. */
final class HandingOut {

    private final Deciding deciding;
    private final CodeSupply codes;

    HandingOut(Deciding deciding, CodeSupply codes) {
        this.deciding = deciding;
        this.codes = codes;
    }

    /** @return the redemption with what was handed out; refused when a list of codes has no more */
    Result<Redemption> of(Redemption paid) {
        Occasion occasion = deciding.redeeming.occasion(paid, deciding.now);
        Result<Redemption> handed =
                switch (deciding.redeeming.reward(paid).document().content()) {
                    case RewardContent.Units units -> Result.ok(granted(paid, units, occasion));
                    case RewardContent.Voucher voucher -> issued(paid, voucher);
                };
        deciding.settle(occasion.cause(), deciding.state.tally().qualified());
        return handed;
    }

    private Redemption granted(Redemption paid, RewardContent.Units units, Occasion occasion) {
        Program program = deciding.programs.numbered(paid.programVersion()).program();
        UnitId unit = new UnitId(units.unit());
        Terms terms = GrantTerms.sliding(
                program, unit, new Terms(deciding.now, units.expiry().from(deciding.now, program.zone())));
        deciding.posting.issue(unit, units.amount(), terms, Account.ISSUED, EntryKind.REWARD, occasion);
        LotShare lot = new LotShare(deciding.posting.wallet().lastLot(), units.amount());
        Redemption handed = paid.granting(List.of(lot));
        deciding.redeeming.put(handed);
        return handed;
    }

    private Result<Redemption> issued(Redemption paid, RewardContent.Voucher content) {
        return codes.next(content.codes())
                .map(code -> {
                    Redemption handed = paid.with(Voucher.issued(code, expiry(content), deciding.now));
                    deciding.redeeming.issued(handed, deciding.now);
                    return Result.ok(handed);
                })
                .orElseGet(() -> Result.refused(Refusal.of(Reason.REWARD_OUT_OF_STOCK, "There are no more codes.")));
    }

    private @Nullable Instant expiry(RewardContent.Voucher content) {
        return content.validDays() == 0 ? null : deciding.now.plus(Duration.ofDays(content.validDays()));
    }
}
