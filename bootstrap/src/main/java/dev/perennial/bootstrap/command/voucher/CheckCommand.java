package dev.perennial.bootstrap.command.voucher;

import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.grpc.loyalty.signing.VoucherToken;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a signed code without network. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a signed code without network: who signed it, and whether it has expired.",
            "Whether it was used meanwhile only the server knows."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:The code is good.", "1:Failure.", "2:The code is not good."})
final class CheckCommand implements Callable<Integer> {

    private static final int NOT_GOOD = 2;

    @Option(names = "--keys", required = true, paramLabel = "FILE", description = "What `voucher keys` printed.")
    Path keys = Path.of("keys.json");

    @Option(names = "--code", required = true, paramLabel = "CODE", description = "The signed code.")
    String code = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        KeyFile trusted = KeyFile.read(keys);
        Optional<VoucherToken> token = VoucherToken.verified(code.strip(), trusted.keys()::get)
                .filter(signed -> signed.issuer().equals(trusted.issuer()));
        if (token.isEmpty()) {
            terminal.say("not good: it is no code that " + trusted.issuer() + " signed, or it was changed");
            return NOT_GOOD;
        }
        return say(token.get(), terminal);
    }

    private int say(VoucherToken token, Terminal terminal) {
        Instant expiry = token.expiresAt();
        boolean expired = token.hasExpired(clock.instant());
        terminal.say(expired ? "not good: it has expired" : "good, unless it was used meanwhile");
        terminal.say("code      " + token.code());
        terminal.say("reward    " + token.reward());
        terminal.say("worth     " + token.worth());
        terminal.say("issued    " + token.issuedAt() + " by " + token.issuer());
        terminal.say("expires   " + (expiry == null ? "never" : expiry));
        return expired ? NOT_GOOD : 0;
    }
}
