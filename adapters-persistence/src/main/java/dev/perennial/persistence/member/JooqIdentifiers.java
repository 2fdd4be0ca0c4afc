package dev.perennial.persistence.member;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.MEMBER_IDENTIFIER;
import static dev.perennial.persistence.jooq.Tables.MEMBER_KEY;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.row;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.storage.Identifiers;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.MemberIdentifierRecord;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Sealing;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record;

/** Identifiers as rows: a hash to be found by, and what may be shown, sealed under the member's key. */
public final class JooqIdentifiers implements Identifiers {

    private static final RowInsert ADD = RowInsert.into(MEMBER_IDENTIFIER);

    private final Session session;
    private final MemberKeys keys;

    public JooqIdentifiers(Session session, MasterKey master) {
        this.session = session;
        this.keys = new MemberKeys(session, master);
    }

    @Override
    public Map<Fingerprint, MemberId> holders(TenantId tenant, Set<Fingerprint> hashes) {
        Map<Fingerprint, MemberId> holders = new HashMap<>();
        session.dsl()
                .select(MEMBER_IDENTIFIER.VALUE_HASH, MEMBER.MEMBER_ID)
                .from(MEMBER_IDENTIFIER)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(MEMBER_IDENTIFIER.TENANT_ID))
                .and(MEMBER.MEMBER_NO.eq(MEMBER_IDENTIFIER.MEMBER_NO))
                .where(MEMBER_IDENTIFIER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER_IDENTIFIER.VALUE_HASH.in(
                        hashes.stream().map(JooqIdentifiers::bytes).toList()))
                .forEach(row -> holders.put(hash(row.value1()), new MemberId(Text.of(row.value2()))));
        return holders;
    }

    @Override
    public Map<MemberId, List<Held>> of(TenantId tenant, Set<MemberId> members) {
        Map<MemberId, List<Held>> found = new HashMap<>();
        session.dsl()
                .select(MEMBER.MEMBER_ID, MEMBER_KEY.WRAPPED_KEY)
                .select(MEMBER_IDENTIFIER.fields())
                .from(MEMBER)
                .join(MEMBER_IDENTIFIER)
                .on(MEMBER_IDENTIFIER.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(MEMBER_IDENTIFIER.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .leftJoin(MEMBER_KEY)
                .on(MEMBER_KEY.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(MEMBER_KEY.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_ID.in(
                        members.stream().map(id -> Text.bytes(id.value())).toList()))
                .orderBy(MEMBER_IDENTIFIER.MEMBER_NO, MEMBER_IDENTIFIER.IDENTIFIER_NO)
                .forEach(row -> found.computeIfAbsent(
                                new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))), member -> new ArrayList<>())
                        .add(held(tenant, row)));
        return found;
    }

    @Override
    public void save(TenantId tenant, Collection<Owned> removed, Collection<Owned> added) {
        if (!removed.isEmpty()) {
            session.dsl()
                    .deleteFrom(MEMBER_IDENTIFIER)
                    .where(MEMBER_IDENTIFIER.TENANT_ID.eq(tenant.value()))
                    .and(row(MEMBER_IDENTIFIER.MEMBER_NO, MEMBER_IDENTIFIER.IDENTIFIER_NO)
                            .in(removed.stream()
                                    .map(each -> row(each.member(), each.held().number()))
                                    .toList()))
                    .execute();
        }
        Map<Integer, Sealing> keyOf =
                keys.ofAll(tenant, added.stream().map(Owned::member).collect(Collectors.toSet()));
        // In the order of the hashes: so no two transactions wait for each other.
        session.insert(
                ADD,
                added.stream()
                        .map(each -> record(tenant, each, requireNonNull(keyOf.get(each.member()))))
                        .sorted((one, other) -> Arrays.compareUnsigned(one.getValueHash(), other.getValueHash()))
                        .toList());
    }

    private static MemberIdentifierRecord record(TenantId tenant, Owned owned, Sealing key) {
        Held held = owned.held();
        return new MemberIdentifierRecord(
                tenant.value(),
                owned.member(),
                held.number(),
                bytes(held.hash()),
                held.kind().name(),
                held.name(),
                key.seal(Text.bytes(held.lastCharacters()), place(tenant, owned.member(), held.number())),
                held.addedAt());
    }

    private Held held(TenantId tenant, Record row) {
        int member = row.get(MEMBER_IDENTIFIER.MEMBER_NO);
        long number = row.get(MEMBER_IDENTIFIER.IDENTIFIER_NO);
        byte[] wrapped = row.get(MEMBER_KEY.WRAPPED_KEY);
        String shown = wrapped == null
                ? ""
                : Text.of(keys.unwrap(tenant, member, wrapped)
                        .open(row.get(MEMBER_IDENTIFIER.LAST_CHARACTERS), place(tenant, member, number)));
        return new Held(
                number,
                hash(row.get(MEMBER_IDENTIFIER.VALUE_HASH)),
                IdentifierKind.valueOf(row.get(MEMBER_IDENTIFIER.KIND)),
                row.get(MEMBER_IDENTIFIER.NAME),
                shown,
                row.get(MEMBER_IDENTIFIER.ADDED_AT));
    }

    private static Fingerprint hash(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(bytes));
    }

    private static byte[] bytes(Fingerprint hash) {
        return HexFormat.of().parseHex(hash.hex());
    }

    private static String place(TenantId tenant, int member, long number) {
        return "identifier/" + tenant.value() + "/" + member + "/" + number;
    }
}
