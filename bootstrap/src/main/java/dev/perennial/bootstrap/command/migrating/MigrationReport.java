package dev.perennial.bootstrap.command.migrating;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.bootstrap.command.csv.Fault;
import dev.perennial.bootstrap.files.FileFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of members: the first hundred faults are said, and all of them written where they are asked for. */
final class MigrationReport implements AutoCloseable {

    private static final int COMPLAINTS_MAX = 100;

    private final Progress progress;
    private final boolean dryRun;
    private final @Nullable CsvWriter file;
    private long taken;
    private long known;
    private long refused;
    private long orphans;
    private long complaints;

    /** @param refusedFile where every fault is written; null for nowhere */
    MigrationReport(Progress progress, boolean dryRun, @Nullable Path refusedFile) {
        this.progress = progress;
        this.dryRun = dryRun;
        try {
            file = refusedFile == null ? null : CsvWriter.builder().build(refusedFile);
        } catch (IOException e) {
            throw new CommandFailure(refusedFile + " cannot be written: " + FileFailure.reason(e), e);
        }
        write("file", "line", "member_id", "field", "reason");
    }

    void answered(long more, long knownBefore) {
        taken += more;
        known += knownBefore;
        progress.add(more + knownBefore);
    }

    void refused(ReadMember member, List<Fault> faults) {
        refused++;
        progress.add(1);
        faults.forEach(fault -> complain(member.message().getMemberId(), fault));
    }

    /** Rows that belong to nobody. */
    void orphans(List<Fault> faults) {
        orphans += faults.size();
        faults.forEach(fault -> complain("", fault));
    }

    private void complain(String member, Fault fault) {
        complaints++;
        if (complaints <= COMPLAINTS_MAX) {
            progress.interrupt(fault.text());
        }
        write(
                fault.file().getFileName().toString(),
                Long.toString(fault.line()),
                member,
                fault.field(),
                fault.reason());
    }

    private void write(String... fields) {
        if (file != null) {
            file.writeRecord(fields);
        }
    }

    boolean allGood() {
        return refused == 0 && orphans == 0;
    }

    /** One fact a line, so that scripts can read it as well. */
    String text() {
        if (complaints > COMPLAINTS_MAX) {
            progress.interrupt("… and " + (complaints - COMPLAINTS_MAX) + " more: --refused FILE writes all of them");
        }
        double seconds = Math.max(progress.elapsed().toMillis(), 1) / 1e3;
        return String.format(
                Locale.ROOT,
                "members   %,d %s, %,d there already, %,d refused%nfaults    %,d%s%nrate      %,.0f members/s in %.1f"
                        + " s",
                taken,
                dryRun ? "would be taken" : "taken",
                known,
                refused,
                complaints,
                orphans == 0 ? "" : String.format(Locale.ROOT, ", of them %,d in rows of nobody", orphans),
                (taken + known + refused) / seconds,
                seconds);
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
