package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;
import static dev.perennial.persistence.jooq.Tables.ADJUSTMENT_PROPOSAL;
import static dev.perennial.persistence.jooq.Tables.BALANCE;
import static dev.perennial.persistence.jooq.Tables.COMMAND;
import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.FOLD_CHECKPOINT;
import static dev.perennial.persistence.jooq.Tables.GUEST_ORDER;
import static dev.perennial.persistence.jooq.Tables.LOT;
import static dev.perennial.persistence.jooq.Tables.MEMBER_KEY;
import static dev.perennial.persistence.jooq.Tables.MEMBER_PROFILE;
import static dev.perennial.persistence.jooq.Tables.POOL_PLACE;
import static dev.perennial.persistence.jooq.Tables.REDEMPTION;
import static dev.perennial.persistence.jooq.Tables.TRANSFER;
import static dev.perennial.persistence.jooq.Tables.VOUCHER;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import dev.perennial.application.storage.Effect;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.ledger.BalanceRows;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Rows of one member on their way to another, numbered after what that has. */
final class MovedRows {

    /** What the platform tells of each member, by ids that are unique within the member only. */
    private static final List<String> TOLD_OF_EACH =
            List.of(ActivityType.BIRTHDAY.name(), ActivityType.ANNIVERSARY.name(), ActivityType.CLUB_GOAL.name());

    private final Session session;
    private final TenantId tenant;
    private final MemberState from;
    private final MemberState into;
    private final long activities;
    private final long commands;
    private final long entries;
    private final int lots;

    MovedRows(Session session, TenantId tenant, MemberState from, MemberState into) {
        this.session = session;
        this.tenant = tenant;
        this.from = from;
        this.into = into;
        this.activities = into.lastActivity();
        this.commands = into.lastCommand();
        this.entries = into.wallet().lastEntry();
        this.lots = into.wallet().lastLot();
    }

    void move() {
        facts();
        commands();
        entries();
        lots();
        redemptions();
        transfers();
        proposals();
        guestOrders();
        balances();
        forgotten();
    }

    private void facts() {
        session.dsl()
                .update(ACTIVITY)
                .set(
                        ACTIVITY.EXTERNAL_ID,
                        when(
                                        ACTIVITY.TYPE.in(TOLD_OF_EACH),
                                        concat(ACTIVITY.EXTERNAL_ID, inline("+" + from.number()))
                                                .coerce(byte[].class))
                                .else_(ACTIVITY.EXTERNAL_ID))
                .set(ACTIVITY.MEMBER_NO, into.number())
                .set(ACTIVITY.ACTIVITY_NO, ACTIVITY.ACTIVITY_NO.add(activities))
                .set(ACTIVITY.ORDER_PART, moved(ACTIVITY.ORDER_PART, activities))
                .where(ofMember(ACTIVITY.TENANT_ID, ACTIVITY.MEMBER_NO))
                .execute();
    }

    /**
     * What commands asked for names lots and redemptions by their numbers until then: it is not decided once more. An
     * import names none, and the audit reads it.
     */
    private void commands() {
        session.dsl()
                .update(COMMAND)
                .set(COMMAND.MEMBER_NO, into.number())
                .set(COMMAND.COMMAND_NO, COMMAND.COMMAND_NO.add(commands))
                .set(COMMAND.ACTIVITY_NO, COMMAND.ACTIVITY_NO.add(activities))
                .set(COMMAND.ASKED, when(COMMAND.KIND.eq(Effect.Kind.IMPORT_MEMBER.name()), COMMAND.ASKED))
                .where(ofMember(COMMAND.TENANT_ID, COMMAND.MEMBER_NO))
                .execute();
    }

    private void entries() {
        session.dsl()
                .update(ENTRY)
                .set(ENTRY.MEMBER_NO, into.number())
                .set(ENTRY.ENTRY_NO, ENTRY.ENTRY_NO.add(entries))
                .set(ENTRY.LOT_NO, ENTRY.LOT_NO.add(lots))
                .set(
                        ENTRY.CAUSE_NUMBER,
                        ENTRY.CAUSE_NUMBER.add(case_(ENTRY.CAUSE_TRIGGER)
                                .when(Cause.Trigger.ACTIVITY.name(), inline(activities))
                                .when(Cause.Trigger.COMMAND.name(), inline(commands))
                                .else_(inline((long) lots))))
                .set(ENTRY.CAUSE_ACTIVITY_NO, moved(ENTRY.CAUSE_ACTIVITY_NO, activities))
                .set(ENTRY.CORRECTS, ENTRY.CORRECTS.add(entries))
                .where(ofMember(ENTRY.TENANT_ID, ENTRY.MEMBER_NO))
                .execute();
    }

    private void lots() {
        session.dsl()
                .update(LOT)
                .set(LOT.MEMBER_NO, into.number())
                .set(LOT.LOT_NO, LOT.LOT_NO.add(lots))
                .set(LOT.ACTIVITY_NO, moved(LOT.ACTIVITY_NO, activities))
                .set(LOT.ISSUED_BY, LOT.ISSUED_BY.add(entries))
                .set(LOT.EXPIRED_BY, LOT.EXPIRED_BY.add(entries))
                .where(ofMember(LOT.TENANT_ID, LOT.MEMBER_NO))
                .execute();
    }

    /** They name lots and each other within their columns, so they are written anew. */
    private void redemptions() {
        List<Redemption> moved = RedemptionRows.all(session, tenant, from.number()).stream()
                .map(one -> one.renumbered(commands, lots))
                .toList();
        delete(REDEMPTION, REDEMPTION.TENANT_ID, REDEMPTION.MEMBER_NO);
        RedemptionRows.save(session, tenant, into.number(), moved);
        List<byte[]> codes = moved.stream()
                .flatMap(one -> Stream.ofNullable(one.voucher()))
                .map(voucher -> Text.bytes(voucher.code()))
                .toList();
        if (!codes.isEmpty()) {
            session.dsl()
                    .update(VOUCHER)
                    .set(VOUCHER.MEMBER_NO, into.number())
                    .set(VOUCHER.REDEMPTION_NO, VOUCHER.REDEMPTION_NO.add(commands))
                    .where(VOUCHER.TENANT_ID.eq(tenant.value()))
                    .and(VOUCHER.CODE.in(codes))
                    .execute();
        }
    }

    /** All of them are settled: the lots that they were sent of are of no use any more. */
    private void transfers() {
        session.dsl()
                .update(TRANSFER)
                .set(TRANSFER.FROM_MEMBER_NO, into.number())
                .set(TRANSFER.TRANSFER_NO, TRANSFER.TRANSFER_NO.add(commands))
                .where(ofMember(TRANSFER.TENANT_ID, TRANSFER.FROM_MEMBER_NO))
                .execute();
        session.dsl()
                .update(TRANSFER)
                .set(TRANSFER.TO_MEMBER_NO, into.number())
                .where(ofMember(TRANSFER.TENANT_ID, TRANSFER.TO_MEMBER_NO))
                .execute();
    }

    /** None is open: what they ask for is not looked at any more. */
    private void proposals() {
        session.dsl()
                .update(ADJUSTMENT_PROPOSAL)
                .set(ADJUSTMENT_PROPOSAL.MEMBER_NO, into.number())
                .set(ADJUSTMENT_PROPOSAL.PROPOSAL_NO, ADJUSTMENT_PROPOSAL.PROPOSAL_NO.add(commands))
                .set(ADJUSTMENT_PROPOSAL.DECIDED_BY, moved(ADJUSTMENT_PROPOSAL.DECIDED_BY, commands))
                .where(ofMember(ADJUSTMENT_PROPOSAL.TENANT_ID, ADJUSTMENT_PROPOSAL.MEMBER_NO))
                .execute();
    }

    private void guestOrders() {
        session.dsl()
                .update(GUEST_ORDER)
                .set(GUEST_ORDER.MEMBER_NO, into.number())
                .where(ofMember(GUEST_ORDER.TENANT_ID, GUEST_ORDER.MEMBER_NO))
                .execute();
    }

    private void balances() {
        SortedMap<UnitId, Balance> sums = new TreeMap<>(into.wallet().balances());
        from.wallet().balances().forEach((unit, balance) -> sums.merge(unit, balance, Balance::plus));
        delete(BALANCE, BALANCE.TENANT_ID, BALANCE.MEMBER_NO);
        BalanceRows.save(session, tenant, Map.of(into.number(), sums));
    }

    /** The fold of both is remembered anew; the rest is about somebody who is no member any more. */
    private void forgotten() {
        delete(FOLD_CHECKPOINT, FOLD_CHECKPOINT.TENANT_ID, FOLD_CHECKPOINT.MEMBER_NO);
        session.dsl()
                .deleteFrom(FOLD_CHECKPOINT)
                .where(FOLD_CHECKPOINT.TENANT_ID.eq(tenant.value()))
                .and(FOLD_CHECKPOINT.MEMBER_NO.eq(into.number()))
                .execute();
        delete(POOL_PLACE, POOL_PLACE.TENANT_ID, POOL_PLACE.MEMBER_NO);
        delete(MEMBER_PROFILE, MEMBER_PROFILE.TENANT_ID, MEMBER_PROFILE.MEMBER_NO);
        delete(MEMBER_KEY, MEMBER_KEY.TENANT_ID, MEMBER_KEY.MEMBER_NO);
    }

    private void delete(Table<?> table, Field<Integer> tenantColumn, Field<Integer> memberColumn) {
        session.dsl()
                .deleteFrom(table)
                .where(ofMember(tenantColumn, memberColumn))
                .execute();
    }

    private Condition ofMember(Field<Integer> tenantColumn, Field<Integer> memberColumn) {
        return tenantColumn.eq(tenant.value()).and(memberColumn.eq(from.number()));
    }

    /** A number, where 0 stands for none. */
    private static Field<Long> moved(Field<Long> number, long by) {
        return when(number.gt(inline(0L)), number.add(by)).else_(number);
    }
}
