package dev.perennial.persistence.shared;

import static dev.perennial.persistence.jooq.Tables.ACTIVITY;
import static dev.perennial.persistence.jooq.Tables.COMMAND;
import static dev.perennial.persistence.jooq.Tables.GUEST_ACTIVITY;
import static dev.perennial.persistence.jooq.Tables.MEMBER_MERGE;
import static dev.perennial.persistence.jooq.Tables.PROGRAM_VERSION;
import static dev.perennial.persistence.jooq.Tables.RAFFLE;
import static dev.perennial.persistence.jooq.Tables.REQUEST_KEY;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.RequestKeyRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Request keys of one transaction.
 *
 * <p>A key row is inserted when it is claimed and learns where its reply is when the effect is saved. Between the two
 * its subject is NULL, and only the transaction that claimed it can see it so: everybody else waits for the row's lock,
 * and whoever commits has either filled it in or deleted it.
 */
public final class RequestKeys {

    // RATIONALE: changing a column to itself takes the row's lock and waits for its holder, where `insert ignore`
    // would also swallow errors of other kinds.
    private static final RowInsert CLAIM = RowInsert.into(REQUEST_KEY).orLock(REQUEST_KEY.KEY_HASH);
    private static final RowInsert POINT =
            RowInsert.into(REQUEST_KEY).orUpdate(REQUEST_KEY.SUBJECT, REQUEST_KEY.MEMBER_NO, REQUEST_KEY.NUMBER);

    // A key keeps the number that its effect had before its member was merged into another.
    private static final Field<Integer> KEPT_WITH = coalesce(MEMBER_MERGE.INTO_NO, REQUEST_KEY.MEMBER_NO);
    private static final Field<byte[]> REPLY = DSL.field(DSL.name("reply"), byte[].class);
    private static final SetQuery<byte[]> EARLIER = SetQuery.by(
            REQUEST_KEY.KEY_HASH,
            (dsl, tenant, hashes) -> dsl.select(
                            REQUEST_KEY.KEY_HASH,
                            REQUEST_KEY.FINGERPRINT,
                            coalesce(
                                            ACTIVITY.REPLY,
                                            COMMAND.REPLY,
                                            PROGRAM_VERSION.REPLY,
                                            GUEST_ACTIVITY.REPLY,
                                            when(
                                                            REQUEST_KEY.SUBJECT.eq(
                                                                    inline(ReplyRow.RAFFLE_CLOSE.code())),
                                                            RAFFLE.CLOSE_REPLY)
                                                    .else_(RAFFLE.DRAW_REPLY))
                                    .as(REPLY))
                    .from(REQUEST_KEY)
                    .leftJoin(MEMBER_MERGE)
                    .on(MEMBER_MERGE.TENANT_ID.eq(REQUEST_KEY.TENANT_ID))
                    .and(MEMBER_MERGE.FROM_NO.eq(REQUEST_KEY.MEMBER_NO))
                    .leftJoin(ACTIVITY)
                    .on(ACTIVITY.TENANT_ID.eq(REQUEST_KEY.TENANT_ID))
                    .and(ACTIVITY.MEMBER_NO.eq(KEPT_WITH))
                    .and(ACTIVITY.ACTIVITY_NO.eq(moved(MEMBER_MERGE.FIRST_ACTIVITY_NO)))
                    .and(REQUEST_KEY.SUBJECT.eq(inline(ReplyRow.ACTIVITY.code())))
                    .leftJoin(COMMAND)
                    .on(COMMAND.TENANT_ID.eq(REQUEST_KEY.TENANT_ID))
                    .and(COMMAND.MEMBER_NO.eq(KEPT_WITH))
                    .and(COMMAND.COMMAND_NO.eq(moved(MEMBER_MERGE.FIRST_COMMAND_NO)))
                    .and(REQUEST_KEY.SUBJECT.eq(inline(ReplyRow.COMMAND.code())))
                    .leftJoin(PROGRAM_VERSION)
                    .on(PROGRAM_VERSION.TENANT_ID.eq(REQUEST_KEY.TENANT_ID))
                    .and(PROGRAM_VERSION.VERSION.eq(REQUEST_KEY.NUMBER.cast(Integer.class)))
                    .and(REQUEST_KEY.SUBJECT.eq(inline(ReplyRow.PROGRAM_VERSION.code())))
                    .leftJoin(GUEST_ACTIVITY)
                    .on(GUEST_ACTIVITY.TENANT_ID.eq(REQUEST_KEY.TENANT_ID))
                    .and(GUEST_ACTIVITY.GUEST_NO.eq(REQUEST_KEY.NUMBER))
                    .and(REQUEST_KEY.SUBJECT.eq(inline(ReplyRow.GUEST.code())))
                    .leftJoin(RAFFLE)
                    .on(RAFFLE.TENANT_ID.eq(REQUEST_KEY.TENANT_ID))
                    .and(RAFFLE.RAFFLE_NO.eq(REQUEST_KEY.NUMBER.cast(Integer.class)))
                    .and(REQUEST_KEY.SUBJECT.in(
                            inline(ReplyRow.RAFFLE_CLOSE.code()), inline(ReplyRow.RAFFLE_DRAW.code())))
                    .where(REQUEST_KEY.TENANT_ID.eq(tenant))
                    .and(REQUEST_KEY.KEY_HASH.in(hashes))
                    .and(REQUEST_KEY.SUBJECT.isNotNull()));

    private final Session session;
    private final Map<RequestKey, byte[]> claimed = new HashMap<>();

    public RequestKeys(Session session) {
        this.session = session;
    }

    /** An effect under a key that was there before. */
    public record Found(Fingerprint fingerprint, Payload reply) {}

    /**
     * Claims keys, in ascending order of their hash.
     *
     * @return what is known of those that were claimed before
     */
    public Map<RequestKey, Found> claim(TenantId tenant, Map<RequestKey, Fingerprint> keys) {
        TreeMap<KeyHash, RequestKey> byHash = new TreeMap<>();
        keys.keySet().forEach(key -> byHash.put(KeyHash.of(key), key));
        List<RequestKeyRecord> rows = new ArrayList<>();
        byHash.forEach((hash, key) -> {
            byte[] fingerprint =
                    HexFormat.of().parseHex(requireNonNull(keys.get(key)).hex());
            claimed.put(key, fingerprint);
            rows.add(new RequestKeyRecord(tenant.value(), hash.stored(), fingerprint, null, null, null));
        });
        session.insert(CLAIM, rows);
        Map<RequestKey, Found> earlier = earlier(tenant, byHash);
        claimed.keySet().removeAll(earlier.keySet());
        return earlier;
    }

    /** What is known of keys, without claiming any. */
    public Map<RequestKey, Found> find(TenantId tenant, Set<RequestKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        TreeMap<KeyHash, RequestKey> byHash = new TreeMap<>();
        keys.forEach(key -> byHash.put(KeyHash.of(key), key));
        return earlier(tenant, byHash);
    }

    private Map<RequestKey, Found> earlier(TenantId tenant, Map<KeyHash, RequestKey> byHash) {
        Map<RequestKey, Found> earlier = new HashMap<>();
        for (Record row : session.fetch(
                EARLIER,
                tenant.value(),
                byHash.keySet().stream().map(KeyHash::stored).toList())) {
            RequestKey key = requireNonNull(byHash.get(new KeyHash(row.get(REQUEST_KEY.KEY_HASH))));
            earlier.put(key, new Found(fingerprint(row), new Payload(row.get(REPLY))));
        }
        return earlier;
    }

    /** Gives keys back that this transaction claimed. */
    public void release(TenantId tenant, Set<RequestKey> keys) {
        List<byte[]> ours = keys.stream()
                .filter(claimed::containsKey)
                .map(key -> KeyHash.of(key).stored())
                .toList();
        if (!ours.isEmpty()) {
            session.dsl()
                    .deleteFrom(REQUEST_KEY)
                    .where(REQUEST_KEY.TENANT_ID.eq(tenant.value()))
                    .and(REQUEST_KEY.KEY_HASH.in(ours))
                    .execute();
            claimed.keySet().removeAll(keys);
        }
    }

    /** Takes keys that have had their effect: it moves to other rows, to which they have to point before the end. */
    public void reopen(TenantId tenant, Set<RequestKey> keys) {
        Map<KeyHash, RequestKey> byHash = new TreeMap<>();
        keys.forEach(key -> byHash.put(KeyHash.of(key), key));
        session.dsl()
                .select(REQUEST_KEY.KEY_HASH, REQUEST_KEY.FINGERPRINT)
                .from(REQUEST_KEY)
                .where(REQUEST_KEY.TENANT_ID.eq(tenant.value()))
                .and(REQUEST_KEY.KEY_HASH.in(
                        byHash.keySet().stream().map(KeyHash::stored).toList()))
                .orderBy(REQUEST_KEY.KEY_HASH)
                .forUpdate()
                .forEach(row -> claimed.put(
                        requireNonNull(byHash.get(new KeyHash(row.get(REQUEST_KEY.KEY_HASH)))),
                        row.get(REQUEST_KEY.FINGERPRINT)));
    }

    /** Where the reply to a request is kept. */
    public record Pointer(RequestKey key, ReplyRow subject, int member, long number) {}

    /** Lets claimed keys point to the rows that keep their replies. */
    public void point(TenantId tenant, List<Pointer> pointers) {
        List<RequestKeyRecord> rows = new ArrayList<>();
        for (Pointer pointer : pointers) {
            byte[] fingerprint = claimed.get(pointer.key());
            if (fingerprint == null) {
                throw new IllegalStateException("an effect was saved whose key was not claimed");
            }
            rows.add(new RequestKeyRecord(
                    tenant.value(),
                    KeyHash.of(pointer.key()).stored(),
                    fingerprint,
                    pointer.subject().code(),
                    pointer.member(),
                    pointer.number()));
        }
        session.insert(POINT, rows);
    }

    /** @param first what the number 1 became */
    private static Field<Long> moved(Field<Long> first) {
        return REQUEST_KEY.NUMBER.add(coalesce(first, inline(1L))).sub(inline(1L));
    }

    private static Fingerprint fingerprint(Record row) {
        return new Fingerprint(HexFormat.of().formatHex(row.get(REQUEST_KEY.FINGERPRINT)));
    }
}
