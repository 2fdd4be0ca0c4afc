package dev.perennial.application.ledger.flow;

import static java.util.Comparator.comparing;

import dev.perennial.application.shared.Tenant;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Settlement with the partners who pay for rules. */
public final class PartnerSettlements {

    private final FlowSums sums;

    public PartnerSettlements(FlowSums sums) {
        this.sums = sums;
    }

    /**
     * What was recorded within some days for the rules that partners pay for. Whoever pays is what the rule says in the
     * version that each entry names.
     *
     * @param last not before the first
     * @return refused with {@link Reason#PROGRAM_NOT_APPLIED} or {@link Reason#BALANCE_OVERFLOW}
     */
    public Result<Settlement> get(Tenant tenant, LocalDate first, LocalDate last) {
        return FlowSums.withinRange(() -> sums.asked(tenant).map(asked -> {
            Days days = asked.days().days(first, last);
            List<UnitFlow> flows = sums.during(tenant, asked, fundedUnits(asked.programs()), days);
            return new Settlement(
                    partners(asked.programs(), flows),
                    days,
                    asked.days().zone(last),
                    BusinessDays.isSettled(days.end(), asked.now()),
                    asked.now());
        }));
    }

    private static Set<UnitId> fundedUnits(ProgramHistory programs) {
        return documents(programs).values().stream()
                .flatMap(document -> document.earningRules().stream())
                .filter(rule -> !rule.fundedBy().isEmpty())
                .map(rule -> new UnitId(rule.unit()))
                .collect(Collectors.toSet());
    }

    private static NavigableMap<Integer, ProgramDocument> documents(ProgramHistory programs) {
        return programs.versions().stream()
                .collect(Collectors.toMap(
                        InForce::number, each -> each.version().document(), (one, same) -> one, TreeMap::new));
    }

    private static List<Settlement.Partner> partners(ProgramHistory programs, List<UnitFlow> flows) {
        NavigableMap<Integer, ProgramDocument> documents = documents(programs);
        Map<String, List<Settlement.Line>> lines = flows.stream()
                .filter(flow -> documents.containsKey(flow.programVersion()))
                .collect(Collectors.groupingBy(Granted::of))
                .entrySet()
                .stream()
                .flatMap(granted ->
                        Optional.ofNullable(documents.get(granted.getKey().version()))
                                .flatMap(document -> granted.getKey().funded(document, granted.getValue()))
                                .stream())
                .collect(Collectors.groupingBy(
                        Funded::partner, TreeMap::new, Collectors.mapping(Funded::line, Collectors.toList())));
        return lines.entrySet().stream()
                .map(partner -> new Settlement.Partner(
                        partner.getKey(),
                        name(documents, partner.getKey()),
                        partner.getValue().stream()
                                .sorted(comparing(Settlement.Line::unit)
                                        .thenComparing(Settlement.Line::rule)
                                        .thenComparingInt(Settlement.Line::programVersion))
                                .toList()))
                .toList();
    }

    /** As the newest version calls the partner that has it. */
    private static String name(NavigableMap<Integer, ProgramDocument> documents, String partner) {
        return documents.descendingMap().values().stream()
                .flatMap(document -> document.parties().partners().stream())
                .filter(named -> named.id().equals(partner))
                .map(Named::name)
                .findFirst()
                .orElse("");
    }

    private record Funded(String partner, Settlement.Line line) {}

    /** What one rule of one version granted of a unit. */
    private record Granted(UnitId unit, String rule, int version) {

        static Granted of(UnitFlow flow) {
            return new Granted(flow.unit(), flow.rule(), flow.programVersion());
        }

        /** Empty when the tenant pays, or no rule granted it. */
        Optional<Funded> funded(ProgramDocument document, List<UnitFlow> flows) {
            return document.earningRules().stream()
                    .filter(each -> each.id().equals(rule) && !each.fundedBy().isEmpty())
                    .findFirst()
                    .map(found -> new Funded(found.fundedBy(), line(document, found, flows)));
        }

        private Settlement.Line line(ProgramDocument document, EarningRuleDocument found, List<UnitFlow> flows) {
            return new Settlement.Line(
                    unit.value(),
                    UnitNames.name(document, unit),
                    rule,
                    found.name(),
                    version,
                    sum(flows, flow -> flow.kind() == EntryKind.EARN),
                    sum(flows, flow -> flow.kind() == EntryKind.CLAWBACK),
                    lost(flows, Account.CANCELLED),
                    lost(flows, Account.EXPIRED));
        }

        private static long sum(List<UnitFlow> flows, Predicate<UnitFlow> which) {
            return flows.stream().filter(which).mapToLong(UnitFlow::amount).reduce(0, Math::addExact);
        }

        private static long lost(List<UnitFlow> flows, Account account) {
            return flows.stream().mapToLong(flow -> flow.into(account)).reduce(0, Math::addExact);
        }
    }
}
