package dev.perennial.domain.program;

import dev.perennial.domain.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        UseWarnings.find(after, warnings.findings);
        RuleWarnings.find(after, now, warnings.findings);
        RewardWarnings.find(after, now, warnings.findings);
        TransferWarnings.find(after, warnings.findings);
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
}
