package dev.perennial.domain.testing;

import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Condition.Verdict;
import dev.perennial.domain.program.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions of rules, as authors write them in CEL: {@code aRule("loyal").when(daysSinceLastPurchaseAtMost(30))}. */
public final class Questions {

    private Questions() {}

    public static Condition spentAtLeast(long amount) {
        return asking(facts -> facts.behaviour().spent() >= amount);
    }

    /** How many purchases came before the fact. */
    public static Condition purchasesAre(long count) {
        return asking(facts -> facts.behaviour().purchases() == count);
    }

    public static Condition countryIs(String country) {
        return asking(facts -> facts.member().country().equals(country));
    }

    /** Not of those whose year of birth is unknown. */
    public static Condition bornBefore(int year) {
        return asking(facts -> facts.member().birthYear() > 0 && facts.member().birthYear() < year);
    }

    public static Condition daysSinceLastPurchaseAtMost(int days) {
        return asking(facts -> within(days, facts, facts.behaviour().lastPurchaseAt()));
    }

    public static Condition daysSinceFirstPurchaseAtMost(int days) {
        return asking(facts -> within(days, facts, facts.behaviour().firstPurchaseAt()));
    }

    private static boolean within(int days, Facts facts, @Nullable Instant moment) {
        return moment != null
                && Duration.between(moment, facts.activity().occurredAt()).compareTo(Duration.ofDays(days)) <= 0;
    }

    private static Condition asking(Predicate<Facts> question) {
        return facts -> question.test(facts) ? Verdict.MATCHED : Verdict.notMatched("the answer is no");
    }
}
