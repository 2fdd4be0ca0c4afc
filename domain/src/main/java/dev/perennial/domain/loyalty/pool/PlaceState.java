package dev.perennial.domain.loyalty.pool;

/** Whether somebody is in a pool. */
public enum PlaceState {
    /** Not yet; the place is kept free. */
    INVITED,
    /** In it. */
    JOINED,
    /** Not any more; in no other one for a while. */
    LEFT,
    /** Invited, and never came. */
    DECLINED;

    public boolean isTaken() {
        return this == INVITED || this == JOINED;
    }
}
