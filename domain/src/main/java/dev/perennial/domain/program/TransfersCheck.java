package dev.perennial.domain.program;

import dev.perennial.domain.program.TransferDocument.ReceivingLimit;
import dev.perennial.domain.program.TransferDocument.SendingLimit;
import dev.perennial.domain.shared.Period;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of what members may send to each other. */
final class TransfersCheck {

    private static final int LIMITS_MAX = 10;

    private final References references;

    TransfersCheck(References references) {
        this.references = references;
    }

    void check(List<TransferDocument> transfers, Findings findings) {
        Set<String> seen = new HashSet<>();
        findings.each(transfers, Findings.ELEMENTS_MAX, "transfers", (transfer, here) -> {
            unit(transfer.unit(), seen, here.at("unit"));
            here.at("minimum").range(transfer.minimum(), 1, TransferDocument.AMOUNT_MAX);
            if (here.at("maximum").range(transfer.maximum(), 1, TransferDocument.AMOUNT_MAX)
                    && transfer.maximum() < transfer.minimum()) {
                here.at("maximum").add("is less than the minimum of " + transfer.minimum());
            }
            sending(transfer.sending(), here.at("sending_limits"));
            receiving(transfer.receiving(), here.at("receiving_limits"));
            if (transfer.expiry() != null) {
                ExpiryCheck.check(transfer.expiry(), transfer.unit(), references, here);
            }
        });
    }

    private void unit(String id, Set<String> seen, Findings findings) {
        references
                .unit(id, findings)
                .filter(unit -> !unit.kind().isSpendable())
                .ifPresent(unit -> findings.add("a unit of the kind " + unit.kind() + " is not given away"));
        if (!seen.add(id)) {
            findings.add("'" + id + "' stands here already");
        }
    }

    private static void sending(List<SendingLimit> limits, Findings findings) {
        Set<Period> seen = EnumSet.noneOf(Period.class);
        findings.each(limits, LIMITS_MAX, "limits", (limit, here) -> {
            here.at("units").range(limit.units(), 0, Long.MAX_VALUE);
            here.at("times").range(limit.times(), 0, Long.MAX_VALUE);
            if (limit.units() == 0 && limit.times() == 0) {
                here.add("limits nothing: neither units nor times are set");
            }
            once(limit.period(), seen, here);
        });
    }

    private static void receiving(List<ReceivingLimit> limits, Findings findings) {
        Set<Period> seen = EnumSet.noneOf(Period.class);
        findings.each(limits, LIMITS_MAX, "limits", (limit, here) -> {
            here.at("times").range(limit.times(), 1, Long.MAX_VALUE);
            once(limit.period(), seen, here);
        });
    }

    private static void once(Period period, Set<Period> seen, Findings here) {
        if (!seen.add(period)) {
            here.at("period").add("there is already a limit for this period");
        }
    }
}
