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

        public ProgramDocument written() {
            return new ProgramDocument(
                    timeZone,
                    currency,
                    reopenWindowDays,
                    units,
                    rules.stream().map(ARule::written).toList());
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

        public ARule expiring(Expiry when) {
            expiry = when;
            return this;
        }

        public ARule cappedAt(long units, Period period) {
            caps.add(Cap.units(units, period));
            return this;
        }

        public EarningRuleDocument written() {
            return new EarningRuleDocument(
                    id,
                    name,
                    new Subject(type, customName, "", condition, startsAt, endsAt),
                    unit,
                    amount,
                    EarningBase.GOODS,
                    pending,
                    expiry,
                    new Limits(caps, Duration.ZERO),
                    "",
                    "",
                    false);
        }
    }
}
