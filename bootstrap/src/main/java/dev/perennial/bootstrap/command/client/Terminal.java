package dev.perennial.bootstrap.command.client;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command writes.
 *
 * @param interactive whether a person watches, so that lines may be rewritten
 * @param colours whether colours are wanted: on a terminal, unless NO_COLOR says no
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, boolean colours) {

    private static final String CLEAR_LINE = "\r\u001B[2K";

    public static Terminal of(CommandSpec spec) {
        boolean interactive =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
                        && !"dumb".equals(System.getenv("TERM"));
        String noColor = System.getenv("NO_COLOR");
        boolean colours = interactive && (noColor == null || noColor.isEmpty());
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), interactive, colours);
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String dim(String text) {
        return styled("2", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    public String red(String text) {
        return styled("31", text);
    }

    public String yellow(String text) {
        return styled("33", text);
    }

    /** Text with an ANSI style, or as it is where colours are not wanted. */
    public String styled(String codes, String text) {
        return colours ? "\u001B[" + codes + "m" + text + "\u001B[0m" : text;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Says something beside the output, in place of the line that is being rewritten. */
    public void note(String line) {
        clearLine();
        err.println(line);
        err.flush();
    }

    /** Writes the line that is rewritten for somebody who watches; for a log, a line like any other. */
    void rewrite(String line) {
        if (interactive) {
            err.print(CLEAR_LINE + line);
        } else {
            err.println(line);
        }
        err.flush();
    }

    void clearLine() {
        if (interactive) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
