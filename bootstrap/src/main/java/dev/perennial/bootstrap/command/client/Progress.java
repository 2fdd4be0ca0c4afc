package dev.perennial.bootstrap.command.client;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows on standard error how far it is: one line that is rewritten for a person, a line every few seconds for a log.
 */
public final class Progress {

    private static final Duration PAUSE_WATCHED = Duration.ofMillis(200);
    private static final Duration PAUSE_LOGGED = Duration.ofSeconds(5);

    /** A rate over less says nothing yet. */
    private static final Duration RATE_AFTER = Duration.ofSeconds(1);

    /** The rate is that of about so long: what a server does first says little about what it does warm. */
    private static final double MEMORY_SECONDS = 8;

    private final Terminal terminal;
    private final String what;
    private final long total;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private long shownNanos;
    private long sampledNanos;
    private long sampledDone;
    private long done;
    private double rate;

    public Progress(Terminal terminal, String what, long total) {
        this(terminal, what, total, System::nanoTime);
    }

    Progress(Terminal terminal, String what, long total, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
        this.shownNanos = startNanos;
    }

    public void add(long more) {
        long now = nanoClock.getAsLong();
        boolean first = done == 0;
        done += more;
        if (first) {
            // What came before was preparation, which would only spoil the rate.
            sample(now);
        }
        if (now - shownNanos >= (terminal.interactive() ? PAUSE_WATCHED : PAUSE_LOGGED).toNanos()) {
            remember(now);
            shownNanos = now;
            terminal.rewrite(text());
        }
    }

    private void remember(long now) {
        if (now - sampledNanos < RATE_AFTER.toNanos()) {
            return;
        }
        double seconds = (now - sampledNanos) / 1e9;
        double latest = (done - sampledDone) / seconds;
        rate = rate == 0 ? latest : latest + (rate - latest) * Math.exp(-seconds / MEMORY_SECONDS);
        sample(now);
    }

    private void sample(long now) {
        sampledNanos = now;
        sampledDone = done;
    }

    /** Says something else without breaking the line. */
    public void interrupt(String line) {
        terminal.note(line);
    }

    /** Takes the line away. */
    public void clear() {
        terminal.clearLine();
    }

    public Duration elapsed() {
        return Duration.ofNanos(nanoClock.getAsLong() - startNanos);
    }

    private String text() {
        String far = String.format(
                Locale.ROOT, "%,d of %,d %s (%d %%)", done, total, what, total == 0 ? 100 : done * 100 / total);
        return rate < 1 ? far : far + String.format(Locale.ROOT, " · %,.0f/s · %s left", rate, left());
    }

    private String left() {
        Duration left = Duration.ofSeconds(Math.round((total - done) / rate));
        return left.toHours() > 0
                ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutesPart(), left.toSecondsPart());
    }
}
