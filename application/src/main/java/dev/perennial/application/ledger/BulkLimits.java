package dev.perennial.application.ledger;

import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a bulk is more than one person may do alone: any of its lines, or all of a unit together, either way. */
final class BulkLimits {

    /** No sum of a bulk's lines is more, so that all of them can be told and compared. */
    private static final BigInteger SUM_MAX = BigInteger.TEN.pow(18);

    private final Bulk bulk;
    private final Map<UnitId, Long> sums;

    private BulkLimits(Bulk bulk, Map<UnitId, Long> sums) {
        this.bulk = bulk;
        this.sums = sums;
    }

    /** Adds the lines of each unit up; refused with {@link Reason#INVALID_REQUEST} when they come to too much. */
    static Result<BulkLimits> of(Bulk bulk) {
        Map<UnitId, BigInteger> sums = new LinkedHashMap<>();
        bulk.lines()
                .forEach(line -> sums.merge(
                        line.unit(), BigInteger.valueOf(line.amount()).abs(), BigInteger::add));
        if (sums.values().stream().anyMatch(sum -> sum.compareTo(SUM_MAX) > 0)) {
            return Result.refused(Refusal.invalid(
                    "lines.lines", "must come to at most 10^18 of each unit, given and taken added up"));
        }
        Map<UnitId, Long> counted = new LinkedHashMap<>();
        sums.forEach((unit, sum) -> counted.put(unit, sum.longValueExact()));
        return Result.ok(new BulkLimits(bulk, counted));
    }

    Optional<Refusal> exceeded(Program program) {
        return sums.entrySet().stream()
                .flatMap(sum -> exceeded(program.units().get(sum.getKey()), sum.getValue()).stream())
                .findFirst();
    }

    /** No line is larger than the sum, so the sum alone decides. */
    private Optional<Refusal> exceeded(@Nullable UnitDefinition unit, long sum) {
        Long limit = unit == null ? null : unit.approvalAbove();
        return unit == null || limit == null || sum <= limit
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Reason.APPROVAL_NEEDED,
                        "So much of the unit is not corrected by one person alone.",
                        Map.of(
                                "unit", unit.id(),
                                "limit", Long.toString(limit),
                                "amount", Long.toString(sum),
                                "alone", "0",
                                "content_hash", bulk.contentHash())));
    }
}
