package dev.perennial.application.ledger;

import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.UnitId;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a bulk is more than one person may do alone: any of its lines, or all of a unit together, either way. */
final class BulkLimits {

    private BulkLimits() {}

    static Optional<Refusal> exceeded(Bulk bulk, Program program) {
        Map<UnitId, BigInteger> sums = new LinkedHashMap<>();
        bulk.lines()
                .forEach(line -> sums.merge(
                        line.unit(), BigInteger.valueOf(line.amount()).abs(), BigInteger::add));
        return sums.entrySet().stream()
                .flatMap(sum -> exceeded(bulk, program.units().get(sum.getKey()), sum.getValue()).stream())
                .findFirst();
    }

    /** No line is larger than the sum, so the sum alone decides. */
    private static Optional<Refusal> exceeded(Bulk bulk, @Nullable UnitDefinition unit, BigInteger sum) {
        Long limit = unit == null ? null : unit.approvalAbove();
        return unit == null || limit == null || sum.compareTo(BigInteger.valueOf(limit)) <= 0
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Reason.APPROVAL_NEEDED,
                        "So much of the unit is not corrected by one person alone.",
                        Map.of(
                                "unit", unit.id(),
                                "limit", Long.toString(limit),
                                "amount", sum.toString(),
                                "alone", "0",
                                "content_hash", bulk.contentHash())));
    }
}
