package dev.perennial.application.ledger.flow;

import dev.perennial.application.ledger.flow.FlowSums.Asked;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What members gave to causes, by units of the kind that is for charity. */
public final class Donations {

    /** Before anything was recorded by anybody. */
    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private final Storage storage;
    private final FlowSums sums;

    public Donations(Storage storage, FlowSums sums) {
        this.storage = storage;
        this.sums = sums;
    }

    /**
     * What all members gave together. A donation counts on the day on which it becomes final, and what is taken back on
     * the day on which that is known.
     *
     * @param from the first day; empty means ever
     * @param to the last day; empty means up to now
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED} or {@link Reason#BALANCE_OVERFLOW}
     */
    public Result<DonationTotals> totals(Tenant tenant, Optional<LocalDate> from, Optional<LocalDate> to) {
        return FlowSums.withinRange(() -> sums.asked(tenant).map(asked -> {
            CharityUnits charity = new CharityUnits(asked.programs(), asked.now());
            LocalDate last = to.orElseGet(asked::today);
            LocalDate first = from.orElse(EVER);
            List<UnitFlow> all = during(tenant, asked, charity, EVER, asked.today());
            boolean everything = first.equals(EVER) && !last.isBefore(asked.today());
            List<UnitFlow> asKnown = everything ? all : during(tenant, asked, charity, first, last);
            return charity.totals(asKnown, all);
        }));
    }

    private List<UnitFlow> during(Tenant tenant, Asked asked, CharityUnits charity, LocalDate first, LocalDate last) {
        return last.isBefore(first)
                ? List.of()
                : sums.during(tenant, asked, charity.ids(), asked.days().days(first, last));
    }

    /**
     * What one member gave so far: everything due by now has happened.
     *
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED} or {@link Reason#MEMBER_NOT_FOUND}
     */
    public Result<DonationTotals> of(Tenant tenant, MemberId member) {
        return sums.asked(tenant).then(asked -> due(tenant, member, asked).map(due -> of(tenant, member, asked, due)));
    }

    private Result<List<Entry>> due(Tenant tenant, MemberId member, Asked asked) {
        return storage.read(tx -> tx.members().find(tenant.id(), member).map(state -> {
            Budgets budgets = tx.budgets().asOfNow(tenant.id(), asked.programs(), state, asked.now());
            return Loyalty.advance(asked.programs(), state, budgets, asked.now())
                    .entries();
        }));
    }

    private DonationTotals of(Tenant tenant, MemberId member, Asked asked, List<Entry> due) {
        CharityUnits charity = new CharityUnits(asked.programs(), asked.now());
        List<UnitFlow> flows = new ArrayList<>(sums.of(tenant, member, charity.ids()));
        due.stream()
                .filter(entry -> charity.ids().contains(entry.unit()))
                .map(Donations::flow)
                .forEach(flows::add);
        return charity.totals(flows, flows);
    }

    private static UnitFlow flow(Entry entry) {
        return new UnitFlow(
                entry.unit(),
                Objects.requireNonNullElse(entry.cause().rule(), ""),
                entry.cause().programVersion(),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.amount());
    }
}
