package dev.perennial.application.sandbox;

import java.time.Instant;

/**
 * How far an advance has come.
 *
 * @param clock what the clock shows
 * @param moments due moments so far; several members may have the same
 * @param members members so far for whom something due was applied, each once for each of its moments
 */
public record Progress(Instant clock, long moments, long members) {}
