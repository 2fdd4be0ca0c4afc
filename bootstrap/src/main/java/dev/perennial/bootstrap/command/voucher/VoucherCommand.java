package dev.perennial.bootstrap.command.voucher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Vouchers at the till. */
@Command(
        name = "voucher",
        mixinStandardHelpOptions = true,
        description = "Checks signed codes of vouchers without network, and fetches the keys for it.",
        subcommands = {KeysCommand.class, CheckCommand.class},
        footer = {
            "",
            "Examples:",
            "  perennial voucher keys > keys.json",
            "  perennial voucher check --keys keys.json --code eyJ...",
            "",
            "docs/vouchers.md tells what a till has to do when it is online again."
        })
public final class VoucherCommand implements Callable<Integer> {

    private static final int NOTHING_ASKED_FOR = 2;

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** Without a subcommand there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return NOTHING_ASKED_FOR;
    }
}
