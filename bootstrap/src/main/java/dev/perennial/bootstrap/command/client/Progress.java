package dev.perennial.bootstrap.command.client;

import java.time.Duration;
import java.util.Locale;

/** Shows on standard error how far it is: one line that is rewritten for a person, a line every few seconds for a log. */
public final class Progress {

    private static final Duration PAUSE_WATCHED = Duration.ofMillis(200);
    private static final Duration PAUSE_LOGGED = Duration.ofSeconds(5);
    /** The rate is that of about so long: what a server does first says little about what it does warm. */
    private static final double MEMORY_SECONDS = 8;

    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final Terminal terminal;
    private final String what;
    private final long total;
    private final long startNanos = System.nanoTime();
    private long shownNanos = startNanos;
    private long shownDone;
    private long done;
    private double rate;

    public Progress(Terminal terminal, String what, long total) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    public void add(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - shownNanos >= (terminal.interactive() ? PAUSE_WATCHED : PAUSE_LOGGED).toNanos()) {
            remember((now - shownNanos) / 1e9);
            shownNanos = now;
            shownDone = done;
            show(text());
        }
    }

    private void remember(double seconds) {
        double latest = (done - shownDone) / seconds;
        rate = shownDone == 0 ? latest : latest + (rate - latest) * Math.exp(-seconds / MEMORY_SECONDS);
    }

    /** Says something else without breaking the line. */
    public void interrupt(String line) {
        clear();
        terminal.err().println(line);
        terminal.err().flush();
    }

    /** Takes the line away. */
    public void clear() {
        if (terminal.interactive()) {
            terminal.err().print(CLEAR_LINE);
            terminal.err().flush();
        }
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private void show(String text) {
        if (terminal.interactive()) {
            terminal.err().print(CLEAR_LINE + text);
        } else {
            terminal.err().println(text);
        }
        terminal.err().flush();
    }

    private String text() {
        long secondsLeft = rate == 0 ? 0 : Math.round((total - done) / rate);
        return String.format(
                Locale.ROOT,
                "%,d of %,d %s (%d %%) · %,.0f/s · %d:%02d left",
                done,
                total,
                what,
                total == 0 ? 100 : done * 100 / total,
                rate,
                secondsLeft / 60,
                secondsLeft % 60);
    }
}
