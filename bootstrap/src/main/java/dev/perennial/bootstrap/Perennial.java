package dev.perennial.bootstrap;

import dev.perennial.bootstrap.command.adjusting.AdjustCommand;
import dev.perennial.bootstrap.command.audit.AuditCommand;
import dev.perennial.bootstrap.command.client.PlainErrors;
import dev.perennial.bootstrap.command.codes.CodesCommand;
import dev.perennial.bootstrap.command.demo.DemoCommand;
import dev.perennial.bootstrap.command.importing.ImportCommand;
import dev.perennial.bootstrap.command.member.MemberCommand;
import dev.perennial.bootstrap.command.migrating.MigrateCommand;
import dev.perennial.bootstrap.command.program.ApplyCommand;
import dev.perennial.bootstrap.command.report.ReportCommand;
import dev.perennial.bootstrap.command.serve.ServeCommand;
import dev.perennial.bootstrap.command.simulating.SimulateCommand;
import dev.perennial.bootstrap.command.tenant.TenantCommand;
import dev.perennial.bootstrap.command.voucher.VoucherCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The executable. */
@Command(
        name = "perennial",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Customer retention and referral over gRPC: points and what follows from what customers do.",
        subcommands = {
            ServeCommand.class,
            ApplyCommand.class,
            SimulateCommand.class,
            ImportCommand.class,
            CodesCommand.class,
            MigrateCommand.class,
            AdjustCommand.class,
            VoucherCommand.class,
            ReportCommand.class,
            MemberCommand.class,
            DemoCommand.class,
            AuditCommand.class,
            TenantCommand.class,
            HelpCommand.class
        })
public final class Perennial implements Callable<Integer> {

    private static final int NOTHING_ASKED_FOR = 2;

    @Spec
    CommandSpec spec = CommandSpec.create();

    public static void main(String... args) {
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Without a subcommand there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return NOTHING_ASKED_FOR;
    }

    static CommandLine commandLine() {
        return PlainErrors.plain(new CommandLine(new Perennial())).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
