package dev.perennial.bootstrap.command.codes;

import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesResponse;
import java.util.Locale;

/** Counts what became of codes and says the first hundred things that are wrong with them. */
final class CodeCounts {

    private static final int COMPLAINTS_MAX = 100;

    private final Progress progress;
    private long added;
    private long known;
    private long refused;

    CodeCounts(Progress progress) {
        this.progress = progress;
    }

    void answered(CodePortion portion, ImportVoucherCodesResponse reply) {
        added += reply.getAdded();
        known += reply.getKnown();
        reply.getRefusedList().forEach(code -> complain(portion.line(code.getIndex()), code.getReason()));
        progress.add(portion.size());
    }

    private void complain(long line, String reason) {
        refused++;
        if (refused <= COMPLAINTS_MAX) {
            progress.interrupt("line " + line + ": " + reason);
        }
    }

    boolean allGood() {
        return refused == 0;
    }

    /** One fact a line, so that scripts can read it as well. */
    String text() {
        double seconds = Math.max(progress.elapsed().toMillis(), 1) / 1e3;
        return String.format(
                Locale.ROOT,
                "codes     %,d added, %,d known before, %,d refused%nrate      %,.0f codes/s in %.1f s",
                added,
                known,
                refused,
                (added + known + refused) / seconds,
                seconds);
    }
}
