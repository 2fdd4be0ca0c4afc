package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;
import static dev.perennial.persistence.jooq.Tables.ADJUSTMENT_PROPOSAL;
import static dev.perennial.persistence.jooq.Tables.BALANCE;
import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.MEMBER_MERGE;
import static dev.perennial.persistence.jooq.Tables.RAFFLE;
import static dev.perennial.persistence.jooq.Tables.RAFFLE_TICKET;
import static dev.perennial.persistence.jooq.Tables.REDEMPTION;
import static dev.perennial.persistence.jooq.Tables.TRANSFER;

import dev.perennial.application.storage.MemberMerges;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Merges;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.RewardUse;
import dev.perennial.domain.loyalty.transfer.TransferState;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.Activity;
import dev.perennial.persistence.jooq.tables.Redemption;
import dev.perennial.persistence.member.TraitsJson;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Merges as rows: what was recorded is moved by a fixed number of statements. */
public final class JooqMemberMerges implements MemberMerges {

    private static final Activity THEIRS = ACTIVITY.as("theirs");
    private static final Redemption HELD = REDEMPTION.as("held");

    private final Session session;

    public JooqMemberMerges(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Conflict> conflict(TenantId tenant, MemberState from, MemberState into) {
        return sharedOrder(tenant, from, into)
                .or(() -> heldOrder(tenant, from, into))
                .or(() -> heldOrder(tenant, into, from))
                .or(() -> onItsWay(tenant, from))
                .or(() -> inRaffle(tenant, from))
                .or(() -> proposed(tenant, from));
    }

    private Optional<Conflict> sharedOrder(TenantId tenant, MemberState from, MemberState into) {
        return session.dsl()
                .select(ACTIVITY.ORDER_ID)
                .from(ACTIVITY)
                .join(THEIRS)
                .on(THEIRS.TENANT_ID.eq(ACTIVITY.TENANT_ID))
                .and(THEIRS.MEMBER_NO.eq(into.number()))
                .and(THEIRS.ORDER_ID.eq(ACTIVITY.ORDER_ID))
                .and(THEIRS.ORDER_PART.eq(0L))
                .where(ACTIVITY.TENANT_ID.eq(tenant.value()))
                .and(ACTIVITY.MEMBER_NO.eq(from.number()))
                .and(ACTIVITY.ORDER_PART.eq(0L))
                .limit(1)
                .fetchOptional(row -> new Conflict(Kind.ORDER, Text.of(row.value1())));
    }

    /** Something is held for an order, or paid it, of which the other was told. */
    private Optional<Conflict> heldOrder(TenantId tenant, MemberState holder, MemberState other) {
        Condition told = DSL.exists(DSL.selectOne()
                .from(ACTIVITY)
                .where(ACTIVITY.TENANT_ID.eq(tenant.value()))
                .and(ACTIVITY.MEMBER_NO.eq(other.number()))
                .and(ACTIVITY.ORDER_ID.eq(REDEMPTION.ORDER_ID)));
        Condition held = DSL.exists(DSL.selectOne()
                .from(HELD)
                .where(HELD.TENANT_ID.eq(tenant.value()))
                .and(HELD.MEMBER_NO.eq(other.number()))
                .and(HELD.ORDER_ID.eq(REDEMPTION.ORDER_ID))
                .and(HELD.STATE.eq(RedemptionState.RESERVED.name())));
        return session.dsl()
                .select(REDEMPTION.ORDER_ID)
                .from(REDEMPTION)
                .where(REDEMPTION.TENANT_ID.eq(tenant.value()))
                .and(REDEMPTION.MEMBER_NO.eq(holder.number()))
                .and(REDEMPTION.ORDER_ID.isNotNull())
                .and(REDEMPTION.STATE.in(RedemptionState.RESERVED.name(), RedemptionState.REDEEMED.name()))
                .and(told.or(held))
                .limit(1)
                .fetchOptional(row -> new Conflict(Kind.ORDER, Text.of(row.value1())));
    }

    private Optional<Conflict> onItsWay(TenantId tenant, MemberState from) {
        return Stream.of(TRANSFER.FROM_MEMBER_NO, TRANSFER.TO_MEMBER_NO)
                .flatMap(role -> session
                        .dsl()
                        .select(TRANSFER.TRANSFER_NO)
                        .from(TRANSFER)
                        .where(TRANSFER.TENANT_ID.eq(tenant.value()))
                        .and(role.eq(from.number()))
                        .and(TRANSFER.STATE.eq(TransferState.SENT.name()))
                        .limit(1)
                        .fetch(row -> new Conflict(Kind.TRANSFER, Long.toString(row.value1())))
                        .stream())
                .findFirst();
    }

    /** Lines are published by the member that they were, and a list that is being made has seen only a part of both. */
    private Optional<Conflict> inRaffle(TenantId tenant, MemberState from) {
        return session.dsl()
                .select(RAFFLE.RAFFLE_ID)
                .from(RAFFLE)
                .leftJoin(RAFFLE_TICKET)
                .on(RAFFLE_TICKET.TENANT_ID.eq(RAFFLE.TENANT_ID))
                .and(RAFFLE_TICKET.RAFFLE_NO.eq(RAFFLE.RAFFLE_NO))
                .and(RAFFLE_TICKET.MEMBER_NO.eq(from.number()))
                .leftJoin(BALANCE)
                .on(BALANCE.TENANT_ID.eq(RAFFLE.TENANT_ID))
                .and(BALANCE.MEMBER_NO.eq(from.number()))
                .and(BALANCE.UNIT.eq(RAFFLE.TICKET_UNIT))
                .where(RAFFLE.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE_TICKET
                        .MEMBER_NO
                        .isNotNull()
                        .or(RAFFLE.CLOSES_AT
                                .isNotNull()
                                .and(RAFFLE.ALL_READ.eq(false))
                                .and(BALANCE.AVAILABLE.gt(0L))))
                .limit(1)
                .fetchOptional(row -> new Conflict(Kind.RAFFLE, row.value1()));
    }

    private Optional<Conflict> proposed(TenantId tenant, MemberState from) {
        return session.dsl()
                .select(ADJUSTMENT_PROPOSAL.PROPOSAL_NO)
                .from(ADJUSTMENT_PROPOSAL)
                .where(ADJUSTMENT_PROPOSAL.TENANT_ID.eq(tenant.value()))
                .and(ADJUSTMENT_PROPOSAL.MEMBER_NO.eq(from.number()))
                .and(ADJUSTMENT_PROPOSAL.STATE.eq(ProposalState.OPEN.name()))
                .and(ADJUSTMENT_PROPOSAL.EXPIRES_AT.gt(from.advancedTo()))
                .limit(1)
                .fetchOptional(row -> new Conflict(Kind.PROPOSAL, Long.toString(row.value1())));
    }

    @Override
    public void move(TenantId tenant, MemberState from, MemberState into, Instant at) {
        new MovedRows(session, tenant, from, into).move();
        Merges merges = Merges.of(from, into, at);
        MergeRows.save(session, tenant, into.number(), merges, numbers(tenant, merges), at);
        survivor(tenant, from, into);
        merged(tenant, from, into);
    }

    private Map<MemberId, Integer> numbers(TenantId tenant, Merges merges) {
        return session.dsl()
                .select(MEMBER.MEMBER_ID, MEMBER.MEMBER_NO)
                .from(MEMBER)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_ID.in(merges.blocks().stream()
                        .map(block -> Text.bytes(block.from().value()))
                        .toList()))
                .fetchMap(row -> new MemberId(Text.of(row.value1())), row -> row.value2());
    }

    private void survivor(TenantId tenant, MemberState from, MemberState into) {
        Map<RewardUse, Long> used = new HashMap<>(into.redemptions().used());
        from.redemptions().used().forEach((use, times) -> used.merge(use, times, Math::addExact));
        session.dsl()
                .update(MEMBER)
                .set(MEMBER.LAST_LOT_NO, into.wallet().lastLot() + from.wallet().lastLot())
                .set(
                        MEMBER.LAST_ENTRY_NO,
                        into.wallet().lastEntry() + from.wallet().lastEntry())
                .set(MEMBER.LAST_ACTIVITY_NO, into.lastActivity() + from.lastActivity())
                .set(MEMBER.LAST_COMMAND_NO, into.lastCommand() + from.lastCommand())
                .set(
                        MEMBER.OPEN_REDEMPTIONS,
                        into.redemptions().open().size()
                                + from.redemptions().open().size())
                .set(MEMBER.REWARD_USES, RewardUsesJson.write(used))
                .set(
                        MEMBER.MERGED,
                        into.merges().blocks().size() + from.merges().blocks().size() + 1)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_NO.eq(into.number()))
                .execute();
    }

    /** What is left is an id that leads elsewhere, as do those that led to it, and the events. */
    private void merged(TenantId tenant, MemberState from, MemberState into) {
        session.dsl()
                .update(MEMBER)
                .set(MEMBER.MERGED_INTO, into.number())
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_NO.in(DSL.select(MEMBER_MERGE.FROM_NO)
                        .from(MEMBER_MERGE)
                        .where(MEMBER_MERGE.TENANT_ID.eq(tenant.value()))
                        .and(MEMBER_MERGE.INTO_NO.eq(into.number()))))
                .execute();
        session.dsl()
                .update(MEMBER)
                .set(MEMBER.MERGED, 0)
                .set(MEMBER.TRAITS, TraitsJson.write(Traits.UNKNOWN))
                .set(MEMBER.TALLY, TallyJson.write(Tally.EMPTY))
                .set(MEMBER.LAST_LOT_NO, 0)
                .set(MEMBER.LAST_ENTRY_NO, 0L)
                .set(MEMBER.LAST_ACTIVITY_NO, 0L)
                .set(MEMBER.LAST_COMMAND_NO, 0L)
                .set(MEMBER.OPEN_REDEMPTIONS, 0)
                .setNull(MEMBER.REWARD_USES)
                .setNull(MEMBER.NEXT_DUE_AT)
                .setNull(MEMBER.BIRTHDAY_AT)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_NO.eq(from.number()))
                .execute();
    }
}
