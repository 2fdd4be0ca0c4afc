package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.shared.UnitId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts what separates what a fact is entitled to from what the ledger holds for it. */
final class Differences {

    private Differences() {}

    private record Difference(Step step, String rule, UnitId unit, long units) {}

    /** What is compared: a later version may let the same rule grant another unit. */
    private record Granted(String rule, UnitId unit) {}

    /** Takes back first, so that a lot is never opened only to be taken from. */
    static void post(Deciding deciding, List<Step> steps, long trigger) {
        List<Difference> differences =
                steps.stream().flatMap(step -> of(step).stream()).toList();
        differences.stream()
                .filter(difference -> difference.units() < 0)
                .forEach(difference -> takeBack(deciding, difference, trigger));
        differences.stream()
                .filter(difference -> difference.units() > 0)
                .forEach(difference -> issue(deciding, difference, trigger));
    }

    private static List<Difference> of(Step step) {
        Map<Granted, Long> units = new LinkedHashMap<>();
        for (Grant grant : step.fact().grants()) {
            units.merge(new Granted(grant.rule(), grant.unit()), -grant.credited(), Math::addExact);
        }
        for (Grant grant : step.grants()) {
            units.merge(new Granted(grant.rule(), grant.unit()), grant.credited(), Math::addExact);
        }
        List<Difference> differences = new ArrayList<>();
        units.forEach(
                (granted, amount) -> differences.add(new Difference(step, granted.rule(), granted.unit(), amount)));
        return differences;
    }

    private static void takeBack(Deciding deciding, Difference difference, long trigger) {
        deciding.posting.clawBack(
                difference.unit(), -difference.units(), deciding.cards, occasion(deciding, difference, trigger));
    }

    private static void issue(Deciding deciding, Difference difference, long trigger) {
        Step step = difference.step();
        GrantTerms terms = new GrantTerms(step.under().program(), step.worth().activity(), step.about());
        deciding.posting.issue(
                difference.unit(),
                difference.units(),
                terms.of(difference.rule(), difference.unit()),
                Account.ISSUED,
                EntryKind.EARN,
                occasion(deciding, difference, trigger));
    }

    private static Occasion occasion(Deciding deciding, Difference difference, long trigger) {
        Step step = difference.step();
        Cause cause = new Cause(
                Cause.Trigger.ACTIVITY,
                trigger,
                step.fact().number(),
                difference.rule(),
                step.under().number());
        return new Occasion(cause, deciding.now);
    }
}
