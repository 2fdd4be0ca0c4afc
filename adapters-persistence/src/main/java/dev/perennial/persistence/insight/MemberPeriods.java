package dev.perennial.persistence.insight;

import java.util.BitSet;

/**
 * How many members bought in exactly the same periods.
 *
 * @param periods the periods by index; index 0 is everything before the first boundary
 */
record MemberPeriods(BitSet periods, long members) {}
