package dev.perennial.bootstrap.command.demo;

import dev.perennial.bootstrap.command.client.ServerAddress;
import dev.perennial.bootstrap.command.client.Terminal;
import java.nio.file.Path;

/** Shows how to call the server with a generic client; reflection tells it all it needs. */
final class CallExamples {

    private final Terminal terminal;

    CallExamples(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(ServerAddress address, Path keyFile) {
        String call = "grpcurl -plaintext -H \"authorization: Bearer $(cat " + keyFile + ")\"";
        terminal.say("");
        terminal.say(terminal.bold("Calling it yourself") + terminal.dim(" (github.com/fullstorydev/grpcurl)"));
        terminal.say("  " + call + " " + address + " list");
        terminal.say("  " + call + " -d '{\"member_id\": \"customer-0001\"}' " + address
                + " perennial.ledger.v1.LedgerService/GetBalances");
        terminal.say("  " + call + " " + address + " perennial.insight.v1.InsightService/GetCohorts");
        terminal.say("or with the same command:");
        terminal.say("  ./perennial report cohorts --server " + address + " --key-file " + keyFile);
        terminal.say("  ./perennial member customer-0001 --server " + address + " --key-file " + keyFile);
        terminal.say("");
    }
}
