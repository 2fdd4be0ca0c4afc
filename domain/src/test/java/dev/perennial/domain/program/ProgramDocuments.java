package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents as authors write them: {@code aDocument().in("EUR").with(aRule("base").granting("points"))}. */
public final class ProgramDocuments {

    private ProgramDocuments() {}

    /** A correct document: points, and one rule that grants them. */
    public static ADocument aDocument() {
        return new ADocument();
    }

    /** A correct rule: one point for each euro of a purchase. */
    public static ARule aRule(String id) {
        return new ARule(id);
    }

    /** A document in the making. */
    public static final class ADocument {
        private String timeZone = "Europe/Berlin";
        private String currency = "EUR";
        private int reopenWindowDays = 60;
        private List<UnitDefinition> units = List.of(new UnitDefinition("points", "Points", 0));
        private List<ARule> rules = List.of(aRule("base"));
        private Stacking stacking = Stacking.HIGHEST;
        private List<MultiplierDocument> multipliers = List.of();
        private List<BudgetDocument> budgets = List.of();
        private EngagementDocument engagement = EngagementDocument.NONE;
        private StandingDocument standing = StandingDocument.NONE;
        private SpendingDocument spending = SpendingDocument.NONE;
        private PartiesDocument parties = PartiesDocument.NONE;

        public ADocument inZone(String zone) {
            timeZone = zone;
            return this;
        }

        public ADocument countingIn(String code) {
            currency = code;
            return this;
        }

        public ADocument reopening(int days) {
            reopenWindowDays = days;
            return this;
        }

        public ADocument withUnits(UnitDefinition... all) {
            units = List.of(all);
            return this;
        }

        public ADocument withUnit(String id, String name, int scale) {
            units = new ArrayList<>(units);
            units.add(new UnitDefinition(id, name, scale));
            return this;
        }

        public ADocument with(ARule... all) {
            rules = List.of(all);
            return this;
        }

        public ADocument stacking(Stacking how) {
            stacking = how;
            return this;
        }

        public ADocument multipliedBy(MultiplierDocument... all) {
            multipliers = List.of(all);
            return this;
        }

        public ADocument withBudgets(BudgetDocument... all) {
            budgets = List.of(all);
            return this;
        }

        public ADocument with(EngagementDocument what) {
            engagement = what;
            return this;
        }

        public ADocument with(SpendingDocument what) {
            this.spending = what;
            return this;
        }

        public ADocument with(StandingDocument what) {
            standing = what;
            return this;
        }

        public ADocument withPartners(Named... all) {
            parties = new PartiesDocument(List.of(all), parties.causes());
            return this;
        }

        public ADocument withCauses(Named... all) {
            parties = new PartiesDocument(parties.partners(), List.of(all));
            return this;
        }

        public ProgramDocument written() {
            return new ProgramDocument(
                    timeZone,
                    currency,
                    reopenWindowDays,
                    units,
                    new EarningDocument(rules.stream().map(ARule::written).toList(), stacking, multipliers, budgets),
                    engagement,
                    standing,
                    spending,
                    parties);
        }
    }

    /** A rule in the making. */
    public static final class ARule {
        private final String id;
        private String name = "";
        private ActivityType type = ActivityType.PURCHASE;
        private String customName = "";
        private String condition = "";
        private @Nullable Instant startsAt;
        private @Nullable Instant endsAt;
        private String unit = "points";
        private EarningAmount amount = new EarningAmount.PerAmount(1, 100, Rounding.DOWN);
        private Pending pending = Pending.not();
        private Expiry expiry = new Expiry.Never();
        private final List<Cap> caps = new ArrayList<>();
        private String partner = "";
        private EarningBase base = EarningBase.GOODS;
        private Duration cooldown = Duration.ZERO;
        private String budget = "";
        private String fundedBy = "";

        private ARule(String id) {
            this.id = id;
        }

        public ARule called(String words) {
            name = words;
            return this;
        }

        public ARule on(ActivityType kind) {
            type = kind;
            return this;
        }

        public ARule onCustom(String kind) {
            customName = kind;
            return this;
        }

        public ARule when(String source) {
            condition = source;
            return this;
        }

        public ARule from(String moment) {
            startsAt = Instant.parse(moment);
            return this;
        }

        public ARule until(String moment) {
            endsAt = Instant.parse(moment);
            return this;
        }

        public ARule granting(String unitId) {
            unit = unitId;
            return this;
        }

        public ARule earning(EarningAmount howMuch) {
            amount = howMuch;
            return this;
        }

        public ARule perAmount(long units, long each) {
            return earning(new EarningAmount.PerAmount(units, each, Rounding.DOWN));
        }

        public ARule fixed(long units) {
            return earning(new EarningAmount.Fixed(units));
        }

        public ARule perItem(long units) {
            return earning(new EarningAmount.PerItem(units));
        }

        public ARule pendingFor(int days) {
            pending = new Pending.ForDays(days);
            return this;
        }

        public ARule pending(Pending how) {
            pending = how;
            return this;
        }

        public ARule basedOn(EarningBase part) {
            base = part;
            return this;
        }

        public ARule cooling(Duration time) {
            cooldown = time;
            return this;
        }

        public ARule drawingOn(String budgetId) {
            budget = budgetId;
            return this;
        }

        public ARule fundedBy(String partnerId) {
            fundedBy = partnerId;
            return this;
        }

        public ARule with(String partnerId) {
            partner = partnerId;
            return this;
        }

        public ARule expiring(Expiry when) {
            expiry = when;
            return this;
        }

        public ARule cappedAt(long units, Period period) {
            caps.add(Cap.units(units, period));
            return this;
        }

        public ARule cappedAtTimes(long times, Period period) {
            caps.add(Cap.times(times, period));
            return this;
        }

        public EarningRuleDocument written() {
            return new EarningRuleDocument(
                    id,
                    name,
                    new Subject(type, customName, partner, condition, startsAt, endsAt),
                    unit,
                    amount,
                    base,
                    pending,
                    expiry,
                    new Limits(caps, cooldown),
                    budget,
                    fundedBy,
                    false);
        }
    }
}
