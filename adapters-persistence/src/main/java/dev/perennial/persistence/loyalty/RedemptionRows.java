package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.REDEMPTION;
import static dev.perennial.persistence.jooq.Tables.VOUCHER;
import static dev.perennial.persistence.jooq.Tables.VOUCHER_CODE;

import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.checkout.Checkout;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.loyalty.reward.VoucherState;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.RedemptionRecord;
import dev.perennial.persistence.jooq.tables.records.VoucherRecord;
import dev.perennial.persistence.shared.Json;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SetQuery;
import dev.perennial.persistence.shared.SqlErrors;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Redemptions as rows. */
public final class RedemptionRows {

    private static final RowInsert SAVE = RowInsert.into(REDEMPTION)
            .orUpdateAllBut(REDEMPTION.TENANT_ID, REDEMPTION.MEMBER_NO, REDEMPTION.REDEMPTION_NO);
    private static final RowInsert ISSUE = RowInsert.into(VOUCHER);
    private static final SetQuery<Integer> OPEN = SetQuery.by(
            REDEMPTION.MEMBER_NO,
            (dsl, tenant, numbers) -> dsl.select(REDEMPTION.fields())
                    .from(REDEMPTION)
                    .where(REDEMPTION.TENANT_ID.eq(tenant))
                    .and(REDEMPTION.MEMBER_NO.in(numbers))
                    .and(REDEMPTION.OPEN.eq(DSL.inline(true))));

    private RedemptionRows() {}

    /** The open ones of members, by member and number. */
    static Map<Integer, SortedMap<Long, Redemption>> open(
            Session session, TenantId tenant, Collection<Integer> members) {
        Map<Integer, SortedMap<Long, Redemption>> redemptions = new HashMap<>();
        if (!members.isEmpty()) {
            for (Record row : session.fetch(OPEN, tenant.value(), members)) {
                Redemption redemption = redemption(row);
                redemptions
                        .computeIfAbsent(row.get(REDEMPTION.MEMBER_NO), member -> new TreeMap<>())
                        .put(redemption.number(), redemption);
            }
        }
        return redemptions;
    }

    static @Nullable Redemption find(Session session, TenantId tenant, int member, long number) {
        return session.dsl()
                .selectFrom(REDEMPTION)
                .where(REDEMPTION.TENANT_ID.eq(tenant.value()))
                .and(REDEMPTION.MEMBER_NO.eq(member))
                .and(REDEMPTION.REDEMPTION_NO.eq(number))
                .fetchOne(RedemptionRows::redemption);
    }

    /** What is held for an order, or was: each time that it was tried, with the redemptions of the vouchers. */
    static List<Redemption> ofOrder(Session session, TenantId tenant, int member, String orderId) {
        List<Redemption> held =
                new ArrayList<>(select(session, tenant, member, REDEMPTION.ORDER_ID.eq(Text.bytes(orderId))));
        Set<Long> vouchers =
                held.stream().flatMap(one -> one.order().vouchers().stream()).collect(Collectors.toSet());
        if (!vouchers.isEmpty()) {
            held.addAll(select(session, tenant, member, REDEMPTION.REDEMPTION_NO.in(vouchers)));
        }
        return held;
    }

    private static List<Redemption> select(Session session, TenantId tenant, int member, Condition which) {
        return session.dsl()
                .select(REDEMPTION.fields())
                .from(REDEMPTION)
                .where(REDEMPTION.TENANT_ID.eq(tenant.value()))
                .and(REDEMPTION.MEMBER_NO.eq(member))
                .and(which)
                .orderBy(REDEMPTION.REDEMPTION_NO)
                .fetch(RedemptionRows::redemption);
    }

    /** Everything that a member ever asked for. */
    static List<Redemption> all(Session session, TenantId tenant, int member) {
        return select(session, tenant, member, DSL.noCondition());
    }

    /** Of one member; their vouchers are known already. */
    static void save(Session session, TenantId tenant, int member, List<Redemption> redemptions) {
        session.insert(
                SAVE, redemptions.stream().map(one -> row(tenant, member, one)).toList());
    }

    static void save(Session session, TenantId tenant, List<Effect> effects) {
        Map<Integer, Map<Long, Redemption>> latest = new TreeMap<>();
        List<VoucherRecord> issued = new ArrayList<>();
        List<byte[]> carried = new ArrayList<>();
        for (Effect effect : effects) {
            int member = effect.decision().after().number();
            Map<Long, Redemption> ofMember = latest.computeIfAbsent(member, number -> new TreeMap<>());
            effect.decision().redemptions().forEach(one -> ofMember.put(one.number(), one));
            effect.decision().events().forEach(event -> {
                if (event instanceof Event.VoucherChanged changed
                        && changed.from().isEmpty()) {
                    Redemption redemption = ofMember.get(changed.redemptionNumber());
                    VoucherRecord voucher = issued(tenant, member, redemption);
                    issued.add(voucher);
                    if (redemption != null && redemption.carried()) {
                        carried.add(voucher.getCode());
                    }
                }
            });
        }
        List<RedemptionRecord> rows = new ArrayList<>();
        latest.forEach((member, ofMember) -> ofMember.values().forEach(one -> rows.add(row(tenant, member, one))));
        session.insert(SAVE, rows);
        issue(session, tenant, issued, carried);
    }

    /**
     * Whose vouchers are. Whoever adds codes to a list writes them and then looks for vouchers that have them; here it is
     * the other way round, so each waits for what the other has written.
     *
     * @param carried the codes that were made elsewhere: others are a list's, or new
     */
    private static void issue(Session session, TenantId tenant, List<VoucherRecord> issued, List<byte[]> carried) {
        try {
            session.insert(ISSUE, issued);
        } catch (StorageException failure) {
            throw SqlErrors.isDuplicate(failure) ? new StorageException.CodeTaken(failure) : failure;
        }
        if (!carried.isEmpty() && isListed(session, tenant, carried)) {
            throw new StorageException.CodeTaken(new IllegalStateException("a list has the code"));
        }
    }

    private static boolean isListed(Session session, TenantId tenant, List<byte[]> codes) {
        return session.dsl()
                .select(VOUCHER_CODE.CODE)
                .from(VOUCHER_CODE)
                .where(VOUCHER_CODE.TENANT_ID.eq(tenant.value()))
                .and(VOUCHER_CODE.CODE.in(codes))
                .forUpdate()
                .fetch()
                .isNotEmpty();
    }

    private static VoucherRecord issued(TenantId tenant, int member, @Nullable Redemption redemption) {
        if (redemption == null || redemption.voucher() == null) {
            throw new IllegalStateException("a voucher was told of that no redemption has");
        }
        return new VoucherRecord(tenant.value(), Text.bytes(redemption.voucher().code()), member, redemption.number());
    }

    private static RedemptionRecord row(TenantId tenant, int member, Redemption redemption) {
        Price price = redemption.price();
        Voucher voucher = redemption.voucher();
        Checkout checkout = redemption.checkout();
        return new RedemptionRecord(
                tenant.value(),
                member,
                redemption.number(),
                redemption.isOpen(),
                redemption.reward(),
                redemption.programVersion(),
                redemption.state().name(),
                redemption.askedAt(),
                redemption.changedAt(),
                redemption.holdsUntil(),
                price == null ? null : price.unit(),
                price == null ? null : price.amount(),
                shares(redemption.shares()),
                shares(redemption.granted()),
                voucher == null ? null : Text.bytes(voucher.code()),
                voucher == null ? null : voucher.state().name(),
                voucher == null ? null : voucher.expiresAt(),
                voucher == null ? null : voucher.changedAt(),
                voucher == null ? null : Text.bytes(voucher.usedFor()),
                checkout == null ? null : Text.bytes(checkout.orderId()),
                checkout == null ? 0 : checkout.returned(),
                checkout == null ? null : CheckoutRowJson.write(checkout),
                redemption.carried());
    }

    public static Redemption redemption(Record row) {
        String unit = row.get(REDEMPTION.UNIT);
        return new Redemption(
                row.get(REDEMPTION.REDEMPTION_NO),
                row.get(REDEMPTION.REWARD),
                row.get(REDEMPTION.PROGRAM_VERSION),
                RedemptionState.valueOf(row.get(REDEMPTION.STATE)),
                row.get(REDEMPTION.ASKED_AT),
                row.get(REDEMPTION.CHANGED_AT),
                row.get(REDEMPTION.ENDS_AT),
                unit == null ? null : new Price(unit, row.get(REDEMPTION.AMOUNT)),
                shares(row.get(REDEMPTION.SHARES)),
                shares(row.get(REDEMPTION.GRANTED)),
                voucher(row),
                checkout(row),
                row.get(REDEMPTION.CARRIED));
    }

    private static @Nullable Checkout checkout(Record row) {
        byte[] orderId = row.get(REDEMPTION.ORDER_ID);
        return orderId == null
                ? null
                : CheckoutRowJson.read(Text.of(orderId), row.get(REDEMPTION.CHECKOUT), row.get(REDEMPTION.RETURNED));
    }

    private static @Nullable Voucher voucher(Record row) {
        byte[] code = row.get(REDEMPTION.CODE);
        return code == null
                ? null
                : new Voucher(
                        Text.of(code),
                        row.get(REDEMPTION.VOUCHER_EXPIRES_AT),
                        VoucherState.valueOf(row.get(REDEMPTION.VOUCHER_STATE)),
                        row.get(REDEMPTION.VOUCHER_CHANGED_AT),
                        Text.of(row.get(REDEMPTION.USED_FOR)));
    }

    private static String shares(List<LotShare> shares) {
        return Json.object(json -> Json.array(json, "lots", shares, (one, share) -> {
            one.writeNumberProperty("lot", share.lot());
            one.writeNumberProperty("amount", share.amount());
        }));
    }

    private static List<LotShare> shares(String stored) {
        return Json.list(
                Json.parse(stored).path("lots"),
                share -> new LotShare(
                        share.path("lot").asInt(0), share.path("amount").asLong(0)));
    }
}
