package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.loyalty.Birthday;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.member.Traits;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;

/** States of members with what a replay takes from the record instead of deciding it. */
final class Members {

    private Members() {}

    /** A profile of which no more is known than decisions about units have to know. */
    static Profile profile(Traits traits, Birthday birthday) {
        LocalDate next = birthday.next();
        return new Profile(
                "",
                "",
                "",
                next == null || traits.birthYear() == 0 ? null : birthDate(traits.birthYear(), next, birthday),
                traits.gender(),
                traits.country(),
                traits.locale(),
                traits.timeZone(),
                traits.acquisitionSource());
    }

    private static LocalDate birthDate(int year, LocalDate next, Birthday birthday) {
        MonthDay day = birthday.onLeapDay() ? MonthDay.of(Month.FEBRUARY, 29) : MonthDay.from(next);
        return day.atYear(year);
    }

    static MemberState withTraits(MemberState state, Traits traits) {
        return traits.equals(state.traits()) ? state : changed(state, traits, state.birthday(), state.lastCommand());
    }

    /** Redemptions go by the number of their command, which must be the recorded one. */
    static MemberState withLastCommand(MemberState state, long number) {
        return changed(state, state.traits(), state.birthday(), number);
    }

    private static MemberState changed(MemberState state, Traits traits, Birthday birthday, long lastCommand) {
        return new MemberState(
                state.id(),
                state.number(),
                state.sequence(),
                state.enrolledAt(),
                state.advancedTo(),
                state.nextDueAt(),
                traits,
                birthday,
                state.anniversaries(),
                state.participation(),
                state.wallet(),
                state.redemptions(),
                state.tally(),
                state.lastActivity(),
                lastCommand,
                state.merges());
    }

    /** Whether both have the same balances, lots and open redemptions. */
    static boolean haveTheSame(MemberState one, MemberState other) {
        return one.wallet().equals(other.wallet()) && open(one).equals(open(other));
    }

    /** Codes of vouchers are made by chance. */
    private static Map<Long, Redemption> open(MemberState state) {
        Map<Long, Redemption> open = new HashMap<>();
        state.redemptions().open().forEach((number, one) -> open.put(number, withoutCode(one)));
        return open;
    }

    private static Redemption withoutCode(Redemption redemption) {
        Voucher voucher = redemption.voucher();
        return voucher == null
                ? redemption
                : redemption.with(
                        new Voucher("", voucher.expiresAt(), voucher.state(), voucher.changedAt(), voucher.usedFor()));
    }
}
