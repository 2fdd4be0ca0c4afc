package dev.perennial.persistence.member;

import static dev.perennial.persistence.jooq.Tables.MEMBER_KEY;

import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.MemberKeyRecord;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Sealing;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SetQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The members' own keys, sealed under the master key. */
final class MemberKeys {

    private static final RowInsert ADD = RowInsert.into(MEMBER_KEY).orLock(MEMBER_KEY.MEMBER_NO);
    private static final SetQuery<Integer> FIND = SetQuery.by(
            MEMBER_KEY.MEMBER_NO,
            (dsl, tenant, numbers) -> dsl.select(MEMBER_KEY.MEMBER_NO, MEMBER_KEY.WRAPPED_KEY)
                    .from(MEMBER_KEY)
                    .where(MEMBER_KEY.TENANT_ID.eq(tenant))
                    .and(MEMBER_KEY.MEMBER_NO.in(numbers)));

    private final Session session;
    private final MasterKey master;

    MemberKeys(Session session, MasterKey master) {
        this.session = session;
        this.master = master;
    }

    /**
     * The keys of members, made for those that have none yet. A member's first key stays: what it sealed must stay
     * readable.
     */
    Map<Integer, Sealing> ofAll(TenantId tenant, Collection<Integer> members) {
        List<MemberKeyRecord> rows = new ArrayList<>();
        for (int member : members) {
            byte[] wrapped = master.seal(Sealing.newKey(), place(tenant, member));
            rows.add(new MemberKeyRecord(tenant.value(), member, wrapped));
        }
        session.insert(ADD, rows);
        Map<Integer, Sealing> keys = new HashMap<>();
        for (var row : session.fetch(FIND, tenant.value(), members)) {
            int number = row.get(MEMBER_KEY.MEMBER_NO);
            keys.put(number, unwrap(tenant, number, row.get(MEMBER_KEY.WRAPPED_KEY)));
        }
        return keys;
    }

    Sealing unwrap(TenantId tenant, int number, byte[] wrapped) {
        return new Sealing(master.open(wrapped, place(tenant, number)));
    }

    private static String place(TenantId tenant, int number) {
        return "member-key/" + tenant.value() + "/" + number;
    }
}
