package dev.perennial.domain.loyalty.standing;

/**
 * Something that a member has by the standing.
 *
 * @param id unique within the level or plan
 * @param plan the id of the plan that it comes with; empty when it comes with the level
 */
public record Benefit(String id, String name, String plan) {}
