package dev.perennial.domain.activity;

/** The kinds of facts; plain data by which earning rules are filtered before a condition is evaluated. */
public enum ActivityType {
    PURCHASE,
    REFUND,
    VISIT,
    CUSTOM
}
