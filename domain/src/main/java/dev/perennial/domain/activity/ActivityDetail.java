package dev.perennial.domain.activity;

/** What is particular to one kind of fact. */
public sealed interface ActivityDetail permits Purchase, Refund, Visit, Custom {

    ActivityType type();
}
