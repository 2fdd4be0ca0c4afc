package dev.perennial.application.loyalty;

/**
 * How many transactions may be lost to others on behalf of what one tenant had waiting, before the rest of it is turned
 * away. Each may have waited two seconds for a row, and everybody in the lane with it.
 */
final class Patience {

    private static final int LOST_MAX = 10;

    private int lost;

    void lose() {
        lost++;
    }

    boolean isOver() {
        return lost >= LOST_MAX;
    }
}
