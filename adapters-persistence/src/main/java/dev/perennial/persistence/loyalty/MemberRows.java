package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.Birthday;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Merges;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.Redemptions;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.records.MemberRecord;
import dev.perennial.persistence.member.TraitsJson;
import dev.perennial.persistence.shared.Json;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The member's own row, which is a state without balances and lots. */
final class MemberRows {

    private MemberRows() {}

    /** @param clock whose time the member lives in; it never changes */
    static MemberRecord row(TenantId tenant, int clock, MemberState state) {
        return new MemberRecord(
                tenant.value(),
                state.number(),
                Text.bytes(state.id().value()),
                state.sequence(),
                state.enrolledAt(),
                state.advancedTo(),
                state.nextDueAt(),
                state.wallet().lastLot(),
                state.wallet().lastEntry(),
                state.lastActivity(),
                state.lastCommand(),
                TraitsJson.write(state.traits()),
                TallyJson.write(state.tally()),
                clock,
                kept(state.birthday().next()),
                state.birthday().onLeapDay(),
                state.birthday().lastYear(),
                state.anniversaries(),
                ParticipationColumns.leaderboards(state.participation()),
                ParticipationColumns.club(state.participation()),
                ParticipationColumns.clubSince(state.participation()),
                state.redemptions().open().size(),
                RewardUsesJson.write(state.redemptions().used()),
                null,
                state.merges().blocks().size());
    }

    static MemberState state(
            Record row,
            SortedMap<UnitId, Balance> balances,
            SortedMap<Integer, Lot> openLots,
            SortedMap<Long, Redemption> openRedemptions,
            Merges merges) {
        return new MemberState(
                new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))),
                row.get(MEMBER.MEMBER_NO),
                row.get(MEMBER.SEQ),
                row.get(MEMBER.ENROLLED_AT),
                row.get(MEMBER.ADVANCED_AT),
                row.get(MEMBER.NEXT_DUE_AT),
                TraitsJson.read(Json.parse(row.get(MEMBER.TRAITS))),
                new Birthday(
                        day(row.get(MEMBER.BIRTHDAY_AT)), row.get(MEMBER.BIRTHDAY_LEAP), row.get(MEMBER.BIRTHDAY_YEAR)),
                row.get(MEMBER.ANNIVERSARIES),
                ParticipationColumns.read(
                        row.get(MEMBER.LEADERBOARDS), row.get(MEMBER.CLUB), row.get(MEMBER.CLUB_JOINED_AT)),
                new Wallet(balances, openLots, row.get(MEMBER.LAST_LOT_NO), row.get(MEMBER.LAST_ENTRY_NO)),
                new Redemptions(openRedemptions, RewardUsesJson.read(row.get(MEMBER.REWARD_USES))),
                TallyJson.read(row.get(MEMBER.TALLY)),
                row.get(MEMBER.LAST_ACTIVITY_NO),
                row.get(MEMBER.LAST_COMMAND_NO),
                merges);
    }

    /** A day is kept as the moment at which it begins in UTC, wherever the member is. */
    private static @Nullable Instant kept(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable Instant kept) {
        return kept == null ? null : LocalDate.ofInstant(kept, ZoneOffset.UTC);
    }
}
