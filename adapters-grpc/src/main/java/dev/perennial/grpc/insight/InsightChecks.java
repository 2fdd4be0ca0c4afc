package dev.perennial.grpc.insight;

import com.google.type.Date;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the annotations of insight requests cannot say. */
public final class InsightChecks {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private InsightChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(
                new SyntaxCheck<>(
                        GetCohortsRequest.class, (request, problems) -> check(InsightChecks.of(request), problems)),
                new SyntaxCheck<>(
                        GetPeriodMetricsRequest.class,
                        (request, problems) -> check(InsightChecks.of(request), problems)));
    }

    private record Months(Optional<Date> from, Optional<Date> to) {}

    private static Months of(GetCohortsRequest request) {
        return new Months(
                request.hasFrom() ? Optional.of(request.getFrom()) : Optional.empty(),
                request.hasTo() ? Optional.of(request.getTo()) : Optional.empty());
    }

    private static Months of(GetPeriodMetricsRequest request) {
        return new Months(
                request.hasFrom() ? Optional.of(request.getFrom()) : Optional.empty(),
                request.hasTo() ? Optional.of(request.getTo()) : Optional.empty());
    }

    private static void check(Months months, Problems problems) {
        months.from().ifPresent(from -> check(from, problems.at("from")));
        months.to().ifPresent(to -> check(to, problems.at("to")));
        Optional<LocalDate> from = months.from().flatMap(Times::dayOrMonth);
        Optional<LocalDate> to = months.to().flatMap(Times::dayOrMonth);
        if (from.isPresent() && to.isPresent()) {
            problems.at("to").require(!to.get().isBefore(from.get()), "must not be before from");
        }
    }

    private static void check(Date date, Problems problems) {
        Optional<LocalDate> day = Times.dayOrMonth(date);
        problems.require(
                day.isPresent()
                        && day.get().getYear() >= FIRST_YEAR
                        && day.get().getYear() <= LAST_YEAR,
                "is not a month from 1970 to 2999");
    }
}
