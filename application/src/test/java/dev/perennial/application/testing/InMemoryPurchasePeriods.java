package dev.perennial.application.testing;

import dev.perennial.application.insight.PurchasePeriods;
import dev.perennial.application.testing.Tables.MemberFile;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts by looking at every purchase of every member. */
final class InMemoryPurchasePeriods implements PurchasePeriods {

    private final InMemoryStorage storage;

    InMemoryPurchasePeriods(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Span> span(TenantId tenant) {
        NavigableSet<Instant> all = new TreeSet<>();
        purchases(tenant).forEach(all::addAll);
        return all.isEmpty() ? Optional.empty() : Optional.of(new Span(all.first(), all.last()));
    }

    @Override
    public List<Cell> cohorts(TenantId tenant, List<Instant> boundaries) {
        List<Cell> cells = new ArrayList<>();
        List<SortedSet<Integer>> members = periods(tenant, boundaries);
        for (int cohort = 0; cohort < boundaries.size() - 1; cohort++) {
            for (int period = cohort; period < boundaries.size() - 1; period++) {
                int first = cohort;
                int then = period;
                long count = members.stream()
                        .filter(periods -> !periods.isEmpty() && periods.first() == first && periods.contains(then))
                        .count();
                if (count > 0) {
                    cells.add(new Cell(cohort, period, count));
                }
            }
        }
        return cells;
    }

    @Override
    public List<Counts> counts(TenantId tenant, List<Instant> boundaries) {
        List<Counts> activity = new ArrayList<>();
        List<SortedSet<Integer>> members = periods(tenant, boundaries);
        for (int period = 0; period < boundaries.size() - 1; period++) {
            int now = period;
            List<SortedSet<Integer>> active =
                    members.stream().filter(periods -> periods.contains(now)).toList();
            long firstTime =
                    active.stream().filter(periods -> periods.first() == now).count();
            long retained = active.stream()
                    .filter(periods -> now > 0 && periods.contains(now - 1))
                    .count();
            activity.add(new Counts(active.size(), firstTime, retained));
        }
        return activity;
    }

    /** For each member the periods with a purchase; −1 is before the first boundary. */
    private List<SortedSet<Integer>> periods(TenantId tenant, List<Instant> boundaries) {
        return purchases(tenant)
                .map(moments -> moments.stream()
                        .map(moment -> (int) boundaries.stream()
                                        .filter(boundary -> !boundary.isAfter(moment))
                                        .count()
                                - 1)
                        .collect(Collectors.<Integer, SortedSet<Integer>>toCollection(TreeSet::new)))
                .toList();
    }

    private Stream<List<Instant>> purchases(TenantId tenant) {
        return storage.committed().members().entrySet().stream()
                .filter(each -> each.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue)
                .map(InMemoryPurchasePeriods::purchases);
    }

    private static List<Instant> purchases(MemberFile file) {
        return file.facts().values().stream()
                .filter(RecordedFact::counts)
                .map(fact -> fact.activity().occurredAt())
                .toList();
    }
}
