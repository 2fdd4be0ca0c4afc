package dev.perennial.domain.program;

import java.time.Duration;
import java.util.List;

/**
 * How much a rule credits to one member.
 *
 * @param caps the most in a period, in units or in times
 * @param cooldown how long after a fact that it credited it credits nothing; zero for none
 */
public record Limits(List<Cap> caps, Duration cooldown) {

    public static final Limits NONE = new Limits(List.of(), Duration.ZERO);

    public Limits {
        caps = List.copyOf(caps);
    }
}
