package dev.perennial.persistence.storage;

import static dev.perennial.persistence.jooq.Tables.VOUCHER;
import static dev.perennial.persistence.jooq.Tables.VOUCHER_CODE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.when;

import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.VoucherCodes;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.VoucherCodeRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SqlErrors;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;

/** Imported codes as rows. */
final class JooqVoucherCodes implements VoucherCodes {

    private static final RowInsert ADD = RowInsert.into(VOUCHER_CODE);

    private final Session session;

    JooqVoucherCodes(Session session) {
        this.session = session;
    }

    @Override
    public List<String> next(TenantId tenant, String list, int howMany) {
        return session.dsl()
                .select(VOUCHER_CODE.CODE)
                .from(VOUCHER_CODE)
                .where(VOUCHER_CODE.TENANT_ID.eq(tenant.value()))
                .and(VOUCHER_CODE.LIST.eq(list))
                .and(VOUCHER_CODE.TAKEN.eq(inline(false)))
                .orderBy(VOUCHER_CODE.CODE_NO)
                .limit(howMany)
                .fetch(row -> Text.of(row.value1()));
    }

    @Override
    public void take(TenantId tenant, Collection<String> codes) {
        if (!codes.isEmpty()) {
            session.dsl()
                    .update(VOUCHER_CODE)
                    .set(VOUCHER_CODE.TAKEN, true)
                    .where(VOUCHER_CODE.TENANT_ID.eq(tenant.value()))
                    .and(VOUCHER_CODE.CODE.in(bytes(codes)))
                    .execute();
        }
    }

    @Override
    public int add(TenantId tenant, String list, List<String> codes) {
        if (codes.isEmpty()) {
            return 0;
        }
        Set<String> known = known(tenant, codes);
        int last = last(tenant, list);
        List<VoucherCodeRecord> rows = new ArrayList<>();
        for (String code : codes) {
            if (!known.contains(code)) {
                rows.add(new VoucherCodeRecord(tenant.value(), list, last + rows.size() + 1, Text.bytes(code), false));
            }
        }
        try {
            session.insert(ADD, rows);
        } catch (StorageException failure) { // somebody adds the same code to another list, whose lock is another
            throw SqlErrors.isDuplicate(failure) ? new StorageException.Conflict(failure) : failure;
        }
        if (!rows.isEmpty() && isSomebodys(tenant, rows)) {
            throw new StorageException.Conflict(new IllegalStateException("a code became a member's voucher"));
        }
        return rows.size();
    }

    // RATIONALE: whoever brings vouchers writes theirs and then looks here for the lists' (RedemptionRows). Each waits
    // for
    // what the other has written, so of two that write the same code at most one commits.
    private boolean isSomebodys(TenantId tenant, List<VoucherCodeRecord> rows) {
        return session.dsl()
                .select(VOUCHER.CODE)
                .from(VOUCHER)
                .where(VOUCHER.TENANT_ID.eq(tenant.value()))
                .and(VOUCHER.CODE.in(
                        rows.stream().map(VoucherCodeRecord::getCode).toList()))
                .forUpdate()
                .fetch()
                .isNotEmpty();
    }

    @Override
    public Set<String> known(TenantId tenant, Collection<String> codes) {
        return new HashSet<>(session.dsl()
                .select(VOUCHER_CODE.CODE)
                .from(VOUCHER_CODE)
                .where(VOUCHER_CODE.TENANT_ID.eq(tenant.value()))
                .and(VOUCHER_CODE.CODE.in(bytes(codes)))
                .unionAll(session.dsl()
                        .select(VOUCHER.CODE)
                        .from(VOUCHER)
                        .where(VOUCHER.TENANT_ID.eq(tenant.value()))
                        .and(VOUCHER.CODE.in(bytes(codes))))
                .fetch(row -> Text.of(row.value1())));
    }

    private int last(TenantId tenant, String list) {
        return session.dsl()
                .select(coalesce(max(VOUCHER_CODE.CODE_NO), inline(0)))
                .from(VOUCHER_CODE)
                .where(VOUCHER_CODE.TENANT_ID.eq(tenant.value()))
                .and(VOUCHER_CODE.LIST.eq(list))
                .fetchSingle()
                .value1();
    }

    @Override
    public Count count(TenantId tenant, String list) {
        return session.dsl()
                .select(DSL.count(), DSL.count(when(VOUCHER_CODE.TAKEN.eq(inline(true)), inline(1))))
                .from(VOUCHER_CODE)
                .where(VOUCHER_CODE.TENANT_ID.eq(tenant.value()))
                .and(VOUCHER_CODE.LIST.eq(list))
                .fetchSingle(row -> new Count(row.value1(), row.value2()));
    }

    private static List<byte[]> bytes(Collection<String> codes) {
        return codes.stream().map(Text::bytes).toList();
    }
}
