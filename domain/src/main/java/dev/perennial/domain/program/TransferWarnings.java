package dev.perennial.domain.program;

import dev.perennial.domain.program.TransferDocument.SendingLimit;
import java.util.List;

/** Transfers that nobody can make. */
final class TransferWarnings {

    private TransferWarnings() {}

    static void find(ProgramDocument document, Findings findings) {
        List<TransferDocument> transfers = document.spending().transfers();
        for (int i = 0; i < transfers.size(); i++) {
            TransferDocument transfer = transfers.get(i);
            Findings limits = findings.at("transfers").item(i).at("sending_limits");
            for (int j = 0; j < transfer.sending().size(); j++) {
                SendingLimit limit = transfer.sending().get(j);
                if (limit.units() > 0 && limit.units() < transfer.minimum()) {
                    limits.item(j)
                            .at("units")
                            .add("is less than the minimum of " + transfer.minimum() + "; nobody can send anything");
                }
            }
        }
    }
}
