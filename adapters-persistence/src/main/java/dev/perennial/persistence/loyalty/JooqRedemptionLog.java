package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.REDEMPTION;
import static dev.perennial.persistence.jooq.Tables.VOUCHER;

import dev.perennial.application.loyalty.reward.RedemptionLog;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Named;
import dev.perennial.persistence.shared.Text;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Redemptions from their rows. */
public final class JooqRedemptionLog implements RedemptionLog {

    private final Database database;

    public JooqRedemptionLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Redemption> list(TenantId tenant, MemberId member, long belowNumber, int limit) {
        return select(
                tenant, member, REDEMPTION.REDEMPTION_NO.lt(belowNumber).and(REDEMPTION.ORDER_ID.isNull()), limit);
    }

    @Override
    public Optional<Redemption> find(TenantId tenant, MemberId member, long number) {
        return select(tenant, member, REDEMPTION.REDEMPTION_NO.eq(number).and(REDEMPTION.ORDER_ID.isNull()), 1).stream()
                .findFirst();
    }

    @Override
    public Optional<Redemption> order(TenantId tenant, MemberId member, String orderId) {
        return select(tenant, member, REDEMPTION.ORDER_ID.eq(Text.bytes(orderId)), 1).stream()
                .findFirst();
    }

    private List<Redemption> select(TenantId tenant, MemberId member, Condition which, int limit) {
        return database.query(session -> session.dsl()
                .select(REDEMPTION.fields())
                .from(MEMBER)
                .join(REDEMPTION)
                .on(REDEMPTION.TENANT_ID.eq(MEMBER.TENANT_ID), REDEMPTION.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(Named.is(tenant, member))
                .and(which)
                .orderBy(REDEMPTION.REDEMPTION_NO.desc())
                .limit(limit)
                .fetch(RedemptionRows::redemption));
    }

    @Override
    public Optional<Holder> holder(TenantId tenant, String code) {
        return database.query(session -> session.dsl()
                .select(MEMBER.MEMBER_ID, VOUCHER.REDEMPTION_NO)
                .from(VOUCHER)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(VOUCHER.TENANT_ID), MEMBER.MEMBER_NO.eq(VOUCHER.MEMBER_NO))
                .where(VOUCHER.TENANT_ID.eq(tenant.value()))
                .and(VOUCHER.CODE.eq(Text.bytes(code)))
                .fetchOptional(row -> new Holder(new MemberId(Text.of(row.value1())), row.value2())));
    }
}
