package dev.perennial.persistence.member;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.MEMBER_KEY;
import static dev.perennial.persistence.jooq.Tables.MEMBER_PROFILE;
import static java.util.Objects.requireNonNull;

import dev.perennial.application.storage.Profiles;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.MemberProfileRecord;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Sealing;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SetQuery;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Profiles: personal data sealed, the rest in plain columns. */
public final class JooqProfiles implements Profiles {

    private static final RowInsert SAVE =
            RowInsert.into(MEMBER_PROFILE).orUpdateAllBut(MEMBER_PROFILE.TENANT_ID, MEMBER_PROFILE.MEMBER_NO);
    private static final SetQuery<byte[]> READ = SetQuery.by(
            MEMBER.MEMBER_ID,
            (dsl, tenant, ids) -> from(dsl).where(MEMBER.TENANT_ID.eq(tenant)).and(MEMBER.MEMBER_ID.in(ids)));

    private final Session session;
    private final MemberKeys keys;

    public JooqProfiles(Session session, MasterKey master) {
        this.session = session;
        this.keys = new MemberKeys(session, master);
    }

    @Override
    public Map<MemberId, Member> read(TenantId tenant, Set<MemberId> members) {
        List<byte[]> ids = members.stream().map(id -> Text.bytes(id.value())).toList();
        Map<MemberId, Member> found = new HashMap<>();
        for (Record row : session.fetch(READ, tenant.value(), ids)) {
            Member member = member(tenant, row);
            found.put(member.id(), member);
        }
        return found;
    }

    @Override
    public void save(TenantId tenant, List<Member> members) {
        Map<Integer, Sealing> keyOf =
                keys.ofAll(tenant, members.stream().map(Member::number).toList());
        List<MemberProfileRecord> rows = new ArrayList<>();
        for (Member member : members) {
            rows.add(row(tenant, member, requireNonNull(keyOf.get(member.number()))));
        }
        session.insert(SAVE, rows);
    }

    @Override
    public List<Member> list(TenantId tenant, int afterNumber, int limit) {
        return from(session.dsl())
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_NO.gt(afterNumber))
                .orderBy(MEMBER.MEMBER_NO)
                .limit(limit)
                .fetch(row -> member(tenant, row));
    }

    private static SelectOnConditionStep<Record> from(DSLContext dsl) {
        return dsl.select(MEMBER.MEMBER_ID, MEMBER_KEY.WRAPPED_KEY)
                .select(MEMBER_PROFILE.fields())
                .from(MEMBER)
                .join(MEMBER_PROFILE)
                .on(MEMBER_PROFILE.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(MEMBER_PROFILE.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .leftJoin(MEMBER_KEY)
                .on(MEMBER_KEY.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(MEMBER_KEY.MEMBER_NO.eq(MEMBER.MEMBER_NO));
    }

    private static MemberProfileRecord row(TenantId tenant, Member member, Sealing key) {
        Profile profile = member.profile();
        return new MemberProfileRecord(
                tenant.value(),
                member.number(),
                member.revision(),
                member.enrolledAt(),
                member.updatedAt(),
                PersonalData.of(profile).seal(key, place(tenant, member.number())),
                profile.gender(),
                profile.country(),
                (short) profile.traits().birthYear(),
                profile.locale(),
                profile.timeZone(),
                profile.acquisitionSource());
    }

    private Member member(TenantId tenant, Record row) {
        int number = row.get(MEMBER_PROFILE.MEMBER_NO);
        byte[] wrapped = row.get(MEMBER_KEY.WRAPPED_KEY);
        PersonalData personal = wrapped == null
                ? PersonalData.ERASED
                : PersonalData.open(
                        row.get(MEMBER_PROFILE.PERSONAL), keys.unwrap(tenant, number, wrapped), place(tenant, number));
        Profile profile = new Profile(
                personal.displayName(),
                personal.publicName(),
                personal.email(),
                personal.birthDate(),
                row.get(MEMBER_PROFILE.GENDER),
                row.get(MEMBER_PROFILE.COUNTRY),
                row.get(MEMBER_PROFILE.LOCALE),
                row.get(MEMBER_PROFILE.TIME_ZONE),
                row.get(MEMBER_PROFILE.ACQUISITION_SOURCE),
                personal.consents());
        return new Member(
                new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))),
                number,
                row.get(MEMBER_PROFILE.REVISION),
                row.get(MEMBER_PROFILE.ENROLLED_AT),
                row.get(MEMBER_PROFILE.UPDATED_AT),
                profile);
    }

    private static String place(TenantId tenant, int number) {
        return "profile/" + tenant.value() + "/" + number;
    }
}
