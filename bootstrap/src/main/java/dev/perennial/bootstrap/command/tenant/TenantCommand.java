package dev.perennial.bootstrap.command.tenant;

import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.server.TenantRegister;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Adds tenants, and gives and takes their keys. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a tenant, or gives or takes an API key. A key is printed once: only its hash is kept.",
            "It opens the database in the data folder, which no server may have open meanwhile, or the MySQL server"
                    + " that PERENNIAL_DATABASE_URL names, which may be in use. A server must have set it up before."
        },
        footer = {
            "",
            "Examples:",
            "  perennial tenant add coffee-chain",
            "  perennial tenant add coffee-tests --sandbox --at 2026-01-05T09:00:00Z",
            "  perennial tenant add-key coffee-chain",
            "  perennial tenant revoke-key pk_..."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before it calls
public final class TenantCommand implements Callable<Integer> {

    private static final int NOTHING_ASKED_FOR = 2;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "perennial-data",
            scope = ScopeType.INHERIT,
            description = "Folder of the embedded database and of master.key (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Spec
    private CommandSpec spec;

    /** Without a subcommand there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return NOTHING_ASKED_FOR;
    }

    @Command(name = "add", description = "Adds a tenant and prints its first key.")
    void add(
            @Parameters(paramLabel = "NAME", description = "What the tenant is called.") String name,
            @ArgGroup(exclusive = false) @Nullable Sandbox sandbox) {
        Optional<Instant> start = Sandbox.startOf(sandbox);
        print(
                register -> start.isPresent() ? register.addSandbox(name, start.get()) : register.add(name),
                "there is a tenant " + name + " already");
    }

    @Command(name = "add-key", description = "Gives a tenant one more key and prints it.")
    void addKey(@Parameters(paramLabel = "NAME", description = "The tenant's name.") String name) {
        print(register -> register.addKey(name), "there is no tenant " + name);
    }

    @Command(name = "revoke-key", description = "Takes a key away; servers accept it for half a minute more.")
    void revokeKey(@Parameters(paramLabel = "KEY", description = "The key.") String key) {
        print(
                register -> register.revokeKey(key) ? Optional.of("revoked") : Optional.empty(),
                "no tenant has this key");
    }

    private void print(Function<TenantRegister, Optional<String>> ask, String otherwise) {
        try (TenantRegister register = TenantRegister.open(data)) {
            String answer = ask.apply(register).orElseThrow(() -> new CommandFailure(otherwise));
            spec.commandLine().getOut().println(answer);
            spec.commandLine().getOut().flush();
        }
    }
}
