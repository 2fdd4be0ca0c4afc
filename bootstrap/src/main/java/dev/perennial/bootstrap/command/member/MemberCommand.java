package dev.perennial.bootstrap.command.member;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.command.client.WholeNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one member's statement. */
@Command(
        name = "member",
        mixinStandardHelpOptions = true,
        description =
                "Shows a member's profile, balances, standing, cards and challenges, last entries and last activities,"
                        + " or why an activity came to what it did.",
        footer = {"", "Examples:", "  perennial member 4711 --rows 50", "  perennial member 4711 --why 3"})
public final class MemberCommand implements Runnable {

    @Mixin
    ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "ID", description = "The member's id, as it was enrolled.")
    String memberId = "";

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "12",
            converter = WholeNumber.Rows.class,
            description = "How many entries and activities, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    int rows = 12;

    @Option(
            names = "--why",
            paramLabel = "N",
            description = "Only explain the activity of this number: what each rule made of it, and why.")
    @Nullable
    Long why;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        try (ApiClient api = client.connect()) {
            Terminal terminal = Terminal.of(spec);
            if (why == null) {
                new Statement(api, terminal, rows).print(memberId);
            } else {
                new Explanation(api, terminal).print(memberId, why);
            }
        }
    }
}
