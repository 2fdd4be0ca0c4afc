package dev.perennial.bootstrap.command.program;

import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.program.v1.ProgramChange;
import java.util.List;

/** Shows how a program differs from the version before, one line a difference. */
final class ProgramChanges {

    private final Terminal terminal;

    ProgramChanges(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(List<ProgramChange> changes) {
        changes.forEach(change -> terminal.say(line(change)));
    }

    private String line(ProgramChange change) {
        return switch (change.getKind()) {
            case CHANGE_KIND_ADDED -> terminal.green("+ " + change.getPath() + " = " + change.getAfter());
            case CHANGE_KIND_REMOVED -> terminal.red("- " + change.getPath() + " = " + change.getBefore());
            case CHANGE_KIND_CHANGED ->
                terminal.yellow("~ " + change.getPath() + ": " + change.getBefore() + " → " + change.getAfter());
            case CHANGE_KIND_UNSPECIFIED, UNRECOGNIZED -> "? " + change.getPath();
        };
    }
}
