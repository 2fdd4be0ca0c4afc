package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.Birthday;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.StatusChange;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command asked for, as far as deciding it once more has to know. It holds nothing by which anybody is found. */
public sealed interface Asked {

    /** To become a member; with what was known of it then. */
    record Enrolment(Traits traits, Birthday birthday) implements Asked {}

    /** To become a member with what was brought from another system; codes of vouchers are not kept here. */
    record Arrival(Traits traits, Birthday birthday, Brought brought) implements Asked {}

    /** To change the profile; with what is known since. */
    record Profile(Traits traits, Birthday birthday) implements Asked {}

    /** To suspend, close or open the member. */
    record Status(StatusChange change) implements Asked {}

    /**
     * A correction by hand.
     *
     * @param amount in the unit's smallest step, negative when units are taken
     */
    record Adjustment(UnitId unit, long amount) implements Asked {}

    /**
     * Units that had run out, given back by hand.
     *
     * @param ranOutAt when that ran out which was named by its entry, since entries have other numbers elsewhere; null
     *     when it was named by a time
     */
    record GivingBack(Reinstatement what, @Nullable Instant ranOutAt) implements Asked {

        /** The same where another entry, or none, may have the number: whatever ran out at that moment is meant then. */
        Reinstatement here(History found) {
            Instant moment = ranOutAt;
            return moment == null
                            || found.expiries().stream()
                                    .anyMatch(entry -> entry.effectiveAt().equals(moment))
                    ? what
                    : new Reinstatement(
                            what.unit(), new Expired.Within(moment, moment.plusNanos(1)), what.amount(), what.until());
        }
    }

    /** A reward. */
    record Reward(String reward, boolean atOnce) implements Asked {}

    /**
     * That something becomes of a reward that was asked for.
     *
     * @param number of the command that asked for the reward
     * @param note why, or what a voucher was used for; empty when nobody says
     */
    record Change(long number, Fate fate, String note) implements Asked {}

    /** To send units to another member; what was written to the receiver is not kept here. */
    record Send(Party to, UnitId unit, long amount) implements Asked {}

    /** Units that another member had sent came in: what was sent is taken as it was recorded. */
    record Receive(Transfer sent) implements Asked {}

    /** Units that the member had sent came back. */
    record TakeBack(long number, Reason because) implements Asked {}

    /**
     * To hold something for an order.
     *
     * @param order as its basket told it
     * @param vouchers the numbers of the redemptions whose vouchers were shown
     * @param payment the units that were to pay; null for none
     */
    record Hold(
            Activity order, List<Long> vouchers, @Nullable Price payment) implements Asked {

        public Hold {
            vouchers = List.copyOf(vouchers);
        }
    }

    /** To give up what is held for an order. */
    record Drop(String orderId) implements Asked {}

    /** Something that moves no units and that no condition reads. */
    record Nothing() implements Asked {}

    /** Something that cannot be decided once more, because it was not kept or another member has a part in it. */
    record Untold() implements Asked {}

    Asked NOTHING = new Nothing();

    Asked UNTOLD = new Untold();

    /** What can become of a reward that was asked for. */
    enum Fate {
        REDEEM,
        CANCEL,
        REVERSE,
        USE_VOUCHER
    }
}
