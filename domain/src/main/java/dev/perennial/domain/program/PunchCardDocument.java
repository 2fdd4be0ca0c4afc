package dev.perennial.domain.program;

/**
 * A card that turns stamps into a reward by itself as soon as it is full.
 *
 * @param id unique among the cards
 * @param stamp the unit that is collected; one card for each unit
 * @param size how many stamps fill it, at least 1
 * @param reward the unit that a full card becomes
 * @param rewardUnits how much of it, at least 1
 * @param rewardExpiry counted from the moment the card is full
 */
public record PunchCardDocument(
        String id, String name, String stamp, long size, String reward, long rewardUnits, Expiry rewardExpiry) {}
