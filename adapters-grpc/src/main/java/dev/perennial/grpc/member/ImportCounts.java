package dev.perennial.grpc.member;

import dev.perennial.application.member.MemberImport.Outcome;
import dev.perennial.contract.member.v1.ImportProgress;
import dev.perennial.grpc.shared.Times;
import java.time.Duration;

/** How far an import is. */
final class ImportCounts {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long begun = System.nanoTime();
    private long taken;
    private long known;
    private long refused;

    void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken() -> taken++;
            case Outcome.Known() -> known++;
            case Outcome.Refused(var refusal) -> refused++;
            case Outcome.Failed(var why) -> refused++;
        }
    }

    /** @param total how many rows there are in all; 0 when that is not known */
    ImportProgress progress(long total) {
        return progress(total, (System.nanoTime() - begun) / NANOS_PER_SECOND);
    }

    /** @param seconds since it began, more than 0 */
    ImportProgress progress(long total, double seconds) {
        long done = taken + known + refused;
        double rate = done / seconds;
        ImportProgress.Builder progress = ImportProgress.newBuilder()
                .setRowsDone(done)
                .setTaken(taken)
                .setKnown(known)
                .setRefused(refused)
                .setRowsPerSecond(rate);
        if (total > 0) {
            progress.setTimeLeft(Times.toProto(Duration.ofSeconds(Math.round(Math.max(0, total - done) / rate))));
        }
        return progress.build();
    }
}
