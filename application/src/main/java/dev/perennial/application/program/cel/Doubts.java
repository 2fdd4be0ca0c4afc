package dev.perennial.application.program.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What can be said against a condition before any fact was seen: that it cannot hold, or asks for what is not there. */
final class Doubts {

    private Doubts() {}

    static List<String> of(CelExpr condition, Subject subject, ZoneId zone, Instant now) {
        if (!Satisfiable.canHold(condition, Map.of())) {
            return List.of("never holds");
        }
        ActivityType type = subject.activityType();
        Map<String, Range> known = Carried.by(subject);
        List<String> doubts = new ArrayList<>();
        if (!Satisfiable.canHold(condition, known)) {
            doubts.add("never holds for " + facts(subject));
        } else if (!Satisfiable.canHold(condition, Carried.during(known, subject.startsAt(), subject.endsAt(), zone))) {
            doubts.add("never holds in its season");
        } else if (!Satisfiable.canHold(condition, Carried.during(known, now, subject.endsAt(), zone))) {
            doubts.add("holds for days that are over only; only facts that arrive late can still match");
        }
        missing(condition, type)
                .forEach(field ->
                        doubts.add("reads activity." + field + ", which is always empty for " + facts(subject)));
        return doubts;
    }

    private static Set<String> missing(CelExpr condition, ActivityType type) {
        Set<String> fields = new LinkedHashSet<>();
        Expressions.walk(condition, expression -> {
            if (expression.getKind() == Kind.SELECT
                    && expression.select().operand().getKind() == Kind.IDENT
                    && expression.select().operand().ident().name().equals("activity")
                    && Carried.isMissing(expression.select().field(), type)) {
                fields.add(expression.select().field());
            }
        });
        return fields;
    }

    /** {@code custom facts 'quiz' with the partner 'bakery'}. */
    private static String facts(Subject subject) {
        return subject.activityType().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " facts"
                + (subject.customName().isEmpty() ? "" : " '" + subject.customName() + "'")
                + (subject.partner().isEmpty()
                        ? " of the tenant's own"
                        : " with the partner '" + subject.partner() + "'");
    }
}
