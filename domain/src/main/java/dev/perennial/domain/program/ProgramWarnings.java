package dev.perennial.domain.program;

import dev.perennial.domain.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be applied but may not be meant, as far as the document and the versions before it can tell. */
public final class ProgramWarnings {

    private final List<Problem> warnings = new ArrayList<>();
    private final Findings findings = new Findings("", warnings);

    private ProgramWarnings() {}

    /**
     * Looks for what is odd in a document.
     *
     * @param versions all so far, ascending by number
     * @param now the moment of planning: seasons are judged by it
     */
    public static List<Problem> of(List<ProgramVersion> versions, ProgramDocument after, Instant now) {
        ProgramWarnings warnings = new ProgramWarnings();
        warnings.superseded(versions, now);
        if (!versions.isEmpty()) {
            warnings.reinterpreted(versions.getLast().document(), after);
        }
        warnings.unused(after);
        List<EarningRuleDocument> rules = after.earningRules();
        for (int i = 0; i < rules.size(); i++) {
            warnings.rule(rules.get(i), warnings.findings.at("earning_rules").item(i), now);
        }
        return List.copyOf(warnings.warnings);
    }

    /** Versions take over by their moments: one that was scheduled earlier ends what is applied now. */
    private void superseded(List<ProgramVersion> versions, Instant now) {
        versions.stream()
                .filter(version -> version.effectiveAt().isAfter(now))
                .sorted(ProgramVersion.BY_EFFECT)
                .forEach(version -> findings.add("version " + version.number() + " is scheduled for "
                        + version.effectiveAt() + " and takes over then from what is applied to take effect earlier"));
    }

    /** What balances and sums so far mean is decided by currency and scale; changing them converts nothing. */
    private void reinterpreted(ProgramDocument before, ProgramDocument after) {
        if (!before.currency().equals(after.currency())) {
            findings.at("currency")
                    .add("changes from " + before.currency() + "; what members spent so far is not converted");
        }
        Map<String, UnitDefinition> now =
                after.units().stream().collect(Collectors.toMap(UnitDefinition::id, Function.identity(), (a, b) -> a));
        for (UnitDefinition unit : before.units()) {
            UnitDefinition kept = now.get(unit.id());
            if (kept == null) {
                findings.at("units").add("'" + unit.id() + "' is gone; what members hold of it stays with them");
            } else if (kept.scale() != unit.scale()) {
                findings.at("units")
                        .item(after.units().indexOf(kept))
                        .at("scale")
                        .add("changes from " + unit.scale()
                                + "; balances keep their smallest steps and will be read differently");
            }
        }
    }

    private void unused(ProgramDocument document) {
        Set<String> granted =
                document.earningRules().stream().map(EarningRuleDocument::unit).collect(Collectors.toSet());
        for (int i = 0; i < document.units().size(); i++) {
            if (!granted.contains(document.units().get(i).id())) {
                findings.at("units").item(i).add("no rule grants it");
            }
        }
    }

    private void rule(EarningRuleDocument rule, Findings here, Instant now) {
        if (rule.subject().endsAt() != null && !rule.subject().endsAt().isAfter(now)) {
            here.at("ends_at").add("the season is already over; only facts that arrive late can still match");
        }
        if (rule.subject().condition().strip().equals("false")) {
            here.at("condition").add("never holds");
        }
        if (rule.amount() instanceof EarningAmount.Fixed(long units)) {
            for (int i = 0; i < rule.limits().caps().size(); i++) {
                Cap cap = rule.limits().caps().get(i);
                if (cap.of() == Cap.Of.UNITS && cap.limit() < units) {
                    here.at("caps")
                            .item(i)
                            .at("units")
                            .add("is less than the " + units + " of one fact, which are never granted in full");
                }
            }
        }
    }
}
