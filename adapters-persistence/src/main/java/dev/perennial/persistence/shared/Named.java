package dev.perennial.persistence.shared;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;

import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.Member;
import org.jooq.Condition;
import org.jooq.Field;

/** Whom an id leads to: the member that has it, or the one that this became a part of. */
public final class Named {

    private static final Member NAMED = MEMBER.as("named");

    private Named() {}

    /** The number of whom the row of a member leads to. */
    public static Field<Integer> survivor(Member row) {
        return coalesce(row.MERGED_INTO, row.MEMBER_NO);
    }

    /** Whether the row is the one that the id leads to. */
    public static Condition is(TenantId tenant, MemberId member) {
        return is(MEMBER, tenant, member);
    }

    /** The same, of a member under another name. */
    public static Condition is(Member row, TenantId tenant, MemberId member) {
        return row.MEMBER_NO.eq(select(survivor(NAMED))
                .from(NAMED)
                .where(NAMED.TENANT_ID.eq(tenant.value()))
                .and(NAMED.MEMBER_ID.eq(Text.bytes(member.value()))));
    }
}
