package dev.perennial.application.loyalty;

/**
 * How much one lane takes.
 *
 * @param waiting commands that may wait; more would be answered so late that nobody waits for them any more
 * @param stalled of them, commands that may wait for a clock; more would leave no room to other tenants
 * @param commands commands in one transaction; beyond, sharing a commit saves little and a repetition costs more
 * @param weight about as many rows in one transaction; the command that reaches it is the last one taken
 */
record LaneLimits(int waiting, int stalled, int commands, int weight) {

    static final LaneLimits USUAL = new LaneLimits(20_000, 5_000, 500, 5_000);
}
