package dev.perennial.bootstrap.command.migrating;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.command.csv.CsvTable;
import dev.perennial.contract.member.v1.ImportMembersRequest;
import dev.perennial.contract.member.v1.ImportedVoucher;
import dev.perennial.contract.member.v1.OpeningLot;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the members of another loyalty system, with what they have there. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the members of another loyalty system from CSV files, with what they have there.",
            "The members' file has member_id and enrolled_at, and may have display_name, public_name, email,"
                + " birth_date, gender, country, locale, time_zone, acquisition_source, card, phone, login_email,"
                + " level, level_until, consent_email, consent_sms, consent_push, consent_phone, consent_post,"
                + " consent_at, consent_source. The lots' file has member_id, unit, amount and may have available_at,"
                + " expires_at; the vouchers' file member_id, code, reward and may have valid_until.",
            "A day means its beginning in the program's time zone; an amount is in the unit's smallest step. A member"
                    + " comes in with all of it or not at all; what is wrong is told with its line."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Everybody is there.", "1:Failure.", "2:Some were refused, the others are there."},
        footer = {
            "",
            "It can be stopped and run again at any time, also with a corrected file: who is there already does not"
                    + " come twice.",
            "",
            "Examples:",
            "  perennial migrate --file members.csv --lots lots.csv --vouchers vouchers.csv --dry-run",
            "  perennial migrate --file members.csv --refused refused.csv"
        })
public final class MigrateCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 2;

    @Mixin
    ClientOptions client = new ClientOptions();

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "The members, in UTF-8. It is read twice.")
    Path file = Path.of("members.csv");

    @Option(names = "--lots", paramLabel = "FILE", description = "What they have. It is held in memory.")
    @Nullable
    Path lots;

    @Option(
            names = "--vouchers",
            paramLabel = "FILE",
            description = "Vouchers that they have not used yet. It is held in memory.")
    @Nullable
    Path vouchers;

    @Option(names = "--dry-run", description = "Only tell what would be taken and what refused.")
    boolean dryRun;

    @Option(
            names = "--import-id",
            paramLabel = "ID",
            description = "The import that is begun or gone on with (default: ${DEFAULT-VALUE}).",
            defaultValue = "migration")
    String importId = "migration";

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "Where to write everything that was refused, as CSV.")
    @Nullable
    Path refused;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        if (refused != null && Stream.of(file, lots, vouchers).anyMatch(refused::equals)) {
            throw new CommandFailure("what is refused cannot be written over what is read");
        }
        CsvTable members = new CsvTable(file, MemberRows.REQUIRED, MemberRows.OPTIONAL);
        // Before anything is sent: a file that is something else altogether is refused here.
        long rows = members.rows();
        try (ApiClient api = client.connect()) {
            MemberRows reading = new MemberRows(zone(api));
            Belongings<OpeningLot> ownLots = lots == null
                    ? Belongings.none()
                    : Belongings.of(
                            new CsvTable(lots, MemberRows.LOTS_REQUIRED, MemberRows.LOTS_OPTIONAL), reading::lot);
            Belongings<ImportedVoucher> ownVouchers = vouchers == null
                    ? Belongings.none()
                    : Belongings.of(
                            new CsvTable(vouchers, MemberRows.VOUCHERS_REQUIRED, MemberRows.VOUCHERS_OPTIONAL),
                            reading::voucher);
            Progress progress = new Progress(terminal, "members", rows);
            try (MigrationReport report = new MigrationReport(progress, dryRun, refused)) {
                MigrationSending sending = new MigrationSending(api, template(rows), report);
                members.read(row -> {
                    String member = row.text("member_id");
                    ReadMember read = reading.member(row, ownLots.of(member), ownVouchers.of(member));
                    if (read.faults().isEmpty()) {
                        sending.send(read);
                    } else {
                        report.refused(read, read.faults());
                    }
                });
                sending.finish();
                report.orphans(ownLots.orphans());
                report.orphans(ownVouchers.orphans());
                progress.clear();
                terminal.say(report.text());
                return report.allGood() ? 0 : SOME_REFUSED;
            } finally {
                progress.clear();
            }
        }
    }

    private ImportMembersRequest template(long rows) {
        return ImportMembersRequest.newBuilder()
                .setImportId(importId)
                .setDryRun(dryRun)
                .setRowsTotal(rows)
                .build();
    }

    private static ZoneId zone(ApiClient api) {
        return api.program().map(program -> ZoneId.of(program.getTimeZone())).orElse(ZoneOffset.UTC);
    }
}
