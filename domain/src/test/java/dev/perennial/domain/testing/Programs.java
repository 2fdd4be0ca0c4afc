package dev.perennial.domain.testing;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Counter;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Limits;
import dev.perennial.domain.program.PartiesDocument;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.SpendingDocument;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Programs in a line: {@code aProgram(aRule("base").perEuro(1).pendingFor(14)).alone()}. */
public final class Programs {

    public static final UnitId POINTS = new UnitId("points");
    public static final UnitId STAMPS = new UnitId("stamps");
    /** What a full card of stamps becomes. */
    public static final UnitId COFFEES = new UnitId("coffees");
    /** Decides the level. */
    public static final UnitId STATUS = new UnitId("status");
    /** Runs out two months after the last purchase. */
    public static final UnitId MILES = new UnitId("miles");

    /** Holds while the member has not bought anything yet. */
    public static final Condition FIRST_PURCHASE = facts -> facts.behaviour().purchases() == 0
            ? Condition.Verdict.MATCHED
            : Condition.Verdict.notMatched("not the first purchase");

    private Programs() {}

    /** A program in Berlin that counts in euros and reopens 60 days. */
    public static AProgram aProgram(ARule... rules) {
        return new AProgram(
                ZoneId.of("Europe/Berlin"), 60, List.of(rules), Parts.NONE, List.of(), 0, List.of(), Till.NONE);
    }

    /** A rule that grants one point for each euro of a purchase. */
    public static ARule aRule(String id) {
        return new ARule(id);
    }

    /** Versions in the order of their numbers, from 1. */
    public static ProgramHistory versions(InForce... versions) {
        return new ProgramHistory(List.of(versions));
    }

    /** A program in the making. */
    public record AProgram(
            ZoneId zone,
            int reopenDays,
            List<ARule> rules,
            Parts parts,
            List<Reward> rewards,
            int returnGraceDays,
            List<TransferDocument> transfers,
            Till till) {

        public AProgram in(String zoneId) {
            return new AProgram(ZoneId.of(zoneId), reopenDays, rules, parts, rewards, returnGraceDays, transfers, till);
        }

        public AProgram reopening(int days) {
            return new AProgram(zone, days, rules, parts, rewards, returnGraceDays, transfers, till);
        }

        /** With more than units and rules. */
        public AProgram with(UnaryOperator<Parts> change) {
            return new AProgram(
                    zone, reopenDays, rules, change.apply(parts), rewards, returnGraceDays, transfers, till);
        }

        /** With something to buy. */
        public AProgram selling(Reward... catalogue) {
            return new AProgram(zone, reopenDays, rules, parts, List.of(catalogue), returnGraceDays, transfers, till);
        }

        /** What comes back after its expiry is good for so many days. */
        public AProgram returningFor(int days) {
            return new AProgram(zone, reopenDays, rules, parts, rewards, days, transfers, till);
        }

        /** Members may send units to each other. */
        public AProgram sending(TransferDocument... offers) {
            return new AProgram(zone, reopenDays, rules, parts, rewards, returnGraceDays, List.of(offers), till);
        }

        /** What baskets cost. */
        public AProgram checkingOutAt(Till prices) {
            return new AProgram(zone, reopenDays, rules, parts, rewards, returnGraceDays, transfers, prices);
        }

        public Program program() {
            List<EarningRule> checked = rules.stream().map(ARule::rule).toList();
            List<EarningRuleDocument> documents =
                    checked.stream().map(EarningRule::document).toList();
            ProgramDocument document = new ProgramDocument(
                    zone.getId(),
                    "EUR",
                    reopenDays,
                    parts.units(),
                    parts.earning(documents),
                    parts.engagement(),
                    parts.standing(),
                    new SpendingDocument(
                            rewards.stream().map(Reward::document).toList(),
                            returnGraceDays,
                            transfers,
                            null,
                            till.document()),
                    PartiesDocument.NONE);
            Map<UnitId, UnitDefinition> units = parts.units().stream()
                    .collect(Collectors.toMap(unit -> new UnitId(unit.id()), Function.identity()));
            List<Counter> counters = parts.counters().stream()
                    .map(counter -> new Counter(counter, Condition.ALWAYS))
                    .toList();
            return new Program(
                    zone,
                    Activities.EUR,
                    Duration.ofDays(reopenDays),
                    units,
                    checked,
                    parts.multipliers(),
                    counters,
                    rewards,
                    till.discounts(),
                    document);
        }

        public InForce version(int number, Instant effectiveAt) {
            Program program = program();
            return new InForce(new ProgramVersion(number, effectiveAt, effectiveAt, "", program.document()), program);
        }

        /** As the only version there ever was. */
        public ProgramHistory alone() {
            return versions(version(1, Moments.START));
        }
    }

    /** A rule in the making. */
    public static final class ARule implements Cloneable {

        private final String id;
        private ActivityType type = ActivityType.PURCHASE;
        private String customName = "";
        private @Nullable Instant startsAt;
        private @Nullable Instant endsAt;
        private UnitId unit = POINTS;
        private EarningAmount amount = new EarningAmount.PerAmount(1, 100, Rounding.DOWN);
        private Pending pending = Pending.not();
        private Expiry expiry = new Expiry.Never();
        private List<Cap> caps = List.of();
        private Duration cooldown = Duration.ZERO;
        private EarningBase base = EarningBase.GOODS;
        private String budget = "";
        private boolean earnsOnHistorical;
        private Condition condition = Condition.ALWAYS;

        private ARule(String id) {
            this.id = id;
        }

        private ARule but(Consumer<ARule> change) {
            try {
                ARule changed = (ARule) clone();
                change.accept(changed);
                return changed;
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }

        public ARule perEuro(long units) {
            return earning(new EarningAmount.PerAmount(units, 100, Rounding.DOWN));
        }

        public ARule perItem(long units) {
            return earning(new EarningAmount.PerItem(units));
        }

        public ARule fixed(long units) {
            return earning(new EarningAmount.Fixed(units));
        }

        public ARule earning(EarningAmount howMuch) {
            return but(rule -> rule.amount = howMuch);
        }

        public ARule forEach(ActivityType kind) {
            return but(rule -> rule.type = kind);
        }

        public ARule forCustom(String name) {
            return forEach(ActivityType.CUSTOM).but(rule -> rule.customName = name);
        }

        public ARule from(Instant firstMoment) {
            return but(rule -> rule.startsAt = firstMoment);
        }

        public ARule until(Instant end) {
            return but(rule -> rule.endsAt = end);
        }

        public ARule in(UnitId granted) {
            return but(rule -> rule.unit = granted);
        }

        public ARule pendingFor(int days) {
            return but(rule -> rule.pending = new Pending.ForDays(days));
        }

        public ARule expiring(Expiry when) {
            return but(rule -> rule.expiry = when);
        }

        public ARule expiringAfter(int days) {
            return expiring(new Expiry.AfterDays(days));
        }

        public ARule cappedAt(long units, Period period) {
            List<Cap> more = new ArrayList<>(caps);
            more.add(Cap.units(units, period));
            return but(rule -> rule.caps = more);
        }

        public ARule atMost(int times, Period period) {
            List<Cap> more = new ArrayList<>(caps);
            more.add(Cap.times(times, period));
            return but(rule -> rule.caps = more);
        }

        public ARule coolingDown(Duration time) {
            return but(rule -> rule.cooldown = time);
        }

        public ARule on(EarningBase part) {
            return but(rule -> rule.base = part);
        }

        public ARule drawingOn(String budgetId) {
            return but(rule -> rule.budget = budgetId);
        }

        public ARule pending(Pending until) {
            return but(rule -> rule.pending = until);
        }

        public ARule alsoOnHistory() {
            return but(rule -> rule.earnsOnHistorical = true);
        }

        public ARule when(Condition question) {
            return but(rule -> rule.condition = question);
        }

        EarningRule rule() {
            EarningRuleDocument document = new EarningRuleDocument(
                    id,
                    id,
                    new Subject(type, customName, "", "", startsAt, endsAt),
                    unit.value(),
                    amount,
                    base,
                    pending,
                    expiry,
                    new Limits(caps, cooldown),
                    budget,
                    "",
                    earnsOnHistorical);
            return new EarningRule(document, unit, condition);
        }
    }
}
