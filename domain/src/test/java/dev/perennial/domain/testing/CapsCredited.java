package dev.perennial.domain.testing;

import dev.perennial.domain.loyalty.Grant;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was credited under caps, counted by nothing but the documents of the versions that decided. */
final class CapsCredited {

    private final ProgramHistory programs;
    private final Map<Counter, Long> used = new HashMap<>();
    private final Map<Counter, Long> allowed = new HashMap<>();

    CapsCredited(ProgramHistory programs) {
        this.programs = programs;
    }

    private record Counter(String rule, Cap.Of of, Period period, LocalDate start) {}

    void count(RecordedFact fact, Grant grant) {
        Program program = programs.versions().stream()
                .filter(version -> version.number() == fact.programVersion())
                .findFirst()
                .orElseThrow()
                .program();
        LocalDate day = fact.activity().occurredAt().atZone(program.zone()).toLocalDate();
        for (EarningRule rule : program.rules()) {
            if (rule.id().equals(grant.rule())) {
                rule.document().limits().caps().forEach(cap -> count(cap, rule, grant, day));
            }
        }
    }

    private void count(Cap cap, EarningRule rule, Grant grant, LocalDate day) {
        Counter counter =
                new Counter(rule.id(), cap.of(), cap.period(), cap.period().startOf(day));
        boolean units = cap.of() == Cap.Of.UNITS;
        used.merge(counter, units ? grant.credited() : Long.signum(grant.credited()), Math::addExact);
        allowed.merge(counter, cap.limit(), Math::max);
    }

    /** Those of which more was credited than they allow, in words. */
    List<String> exceeded() {
        return used.entrySet().stream()
                .filter(counted -> counted.getValue() > allowed.getOrDefault(counted.getKey(), 0L))
                .map(counted -> counted.getKey() + " credited " + counted.getValue())
                .toList();
    }
}
