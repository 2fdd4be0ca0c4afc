package dev.perennial.application.testing;

import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.VoucherCodes;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Imported codes in a list. */
final class InMemoryVoucherCodes implements VoucherCodes {

    private final Tables tables;
    private final boolean writable;

    InMemoryVoucherCodes(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    /** A code of a list. */
    record Code(String list, String code, boolean taken) {}

    @Override
    public List<String> next(TenantId tenant, String list, int howMany) {
        return codes(tenant).stream()
                .filter(code -> code.list().equals(list) && !code.taken())
                .limit(howMany)
                .map(Code::code)
                .toList();
    }

    @Override
    public void take(TenantId tenant, Collection<String> codes) {
        if (!codes.isEmpty()) {
            InMemoryRequests.requireWritable(writable);
            List<Code> after = new ArrayList<>(codes(tenant));
            after.replaceAll(code -> codes.contains(code.code()) ? new Code(code.list(), code.code(), true) : code);
            tables.codes().put(tenant, after);
        }
    }

    @Override
    public int add(TenantId tenant, String list, List<String> codes) {
        InMemoryRequests.requireWritable(writable);
        List<Code> after = new ArrayList<>(codes(tenant));
        List<String> known = after.stream().map(Code::code).toList();
        List<Code> added = codes.stream()
                .filter(code -> !known.contains(code))
                .filter(code -> InMemoryReads.holder(tables, tenant, code).isEmpty())
                .map(code -> new Code(list, code, false))
                .toList();
        after.addAll(added);
        tables.codes().put(tenant, after);
        return added.size();
    }

    @Override
    public Set<String> known(TenantId tenant, Collection<String> codes) {
        List<String> listed = codes(tenant).stream().map(Code::code).toList();
        return codes.stream()
                .filter(code -> listed.contains(code)
                        || InMemoryReads.holder(tables, tenant, code).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public Count count(TenantId tenant, String list) {
        List<Code> ofList =
                codes(tenant).stream().filter(code -> code.list().equals(list)).toList();
        return new Count(ofList.size(), ofList.stream().filter(Code::taken).count());
    }

    /** A code is one voucher's; one that was brought along is no list's. */
    static void issued(Tables tables, TenantId tenant, Decision decision) {
        for (Event event : decision.events()) {
            if (event instanceof Event.VoucherChanged changed && changed.from().isEmpty()) {
                decision.redemptions().stream()
                        .filter(redemption -> redemption.number() == changed.redemptionNumber())
                        .filter(redemption -> isTaken(tables, tenant, redemption))
                        .forEach(redemption -> {
                            throw new StorageException.CodeTaken(new IllegalStateException("the code has a row"));
                        });
            }
        }
    }

    private static boolean isTaken(Tables tables, TenantId tenant, Redemption redemption) {
        Voucher voucher = redemption.voucher();
        return voucher != null
                && (InMemoryReads.holder(tables, tenant, voucher.code()).isPresent()
                        || (redemption.carried() && isListed(tables, tenant, voucher.code())));
    }

    private static boolean isListed(Tables tables, TenantId tenant, String wanted) {
        return tables.codes().getOrDefault(tenant, List.of()).stream()
                .anyMatch(code -> code.code().equals(wanted));
    }

    private List<Code> codes(TenantId tenant) {
        return tables.codes().getOrDefault(tenant, List.of());
    }
}
