package dev.perennial.domain.program;

import java.time.Instant;

/**
 * A draw among those who hold tickets when it closes.
 *
 * @param id unique among the raffles
 * @param ticket the unit whose available amount counts as tickets
 * @param closesAt tickets held at that moment take part
 * @param winners how many are drawn, 1 to 10,000
 * @param beacon which public value, not known before the close, is mixed in, in words that anybody can follow; empty
 *     for none: such a draw is tamper-evident and no more
 */
public record RaffleDocument(String id, String name, String ticket, Instant closesAt, int winners, String beacon) {}
