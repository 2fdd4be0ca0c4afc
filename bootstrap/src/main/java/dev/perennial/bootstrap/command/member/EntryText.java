package dev.perennial.bootstrap.command.member;

import dev.perennial.contract.ledger.v1.Account;
import dev.perennial.contract.ledger.v1.Cause;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.ledger.v1.Trigger;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** What moved, and why, in a few words. */
public final class EntryText {

    private EntryText() {}

    public static String kind(Entry entry) {
        return switch (entry.getKind()) {
            case ENTRY_KIND_EARN -> "earned";
            case ENTRY_KIND_ACTIVATE -> "activated";
            case ENTRY_KIND_EXPIRE -> "expired";
            case ENTRY_KIND_CLAWBACK -> "taken back";
            case ENTRY_KIND_REVERSE_EXPIRY -> "expiry undone";
            case ENTRY_KIND_REPAY_DEBT -> "debt paid";
            case ENTRY_KIND_ADJUST -> "adjusted";
            case ENTRY_KIND_REINSTATE -> "given back after expiry";
            case ENTRY_KIND_CANCEL -> "cancelled";
            case ENTRY_KIND_REVERSE_CANCEL -> "cancellation undone";
            case ENTRY_KIND_CONVERT -> "card full";
            case ENTRY_KIND_UNDO_CONVERT -> "card reopened";
            case ENTRY_KIND_HOLD -> "set aside";
            case ENTRY_KIND_RELEASE -> "released";
            case ENTRY_KIND_REDEEM -> "redeemed";
            case ENTRY_KIND_RETURN -> "given back";
            case ENTRY_KIND_TRANSFER_OUT -> "sent";
            case ENTRY_KIND_TRANSFER_IN -> "received";
            case ENTRY_KIND_TRANSFER_RETURN -> "came back";
            case ENTRY_KIND_REWARD -> "reward";
            case ENTRY_KIND_OPENING -> "brought along";
            case ENTRY_KIND_UNSPECIFIED, UNRECOGNIZED -> "moved";
        };
    }

    /**
     * Positive when the member gains what can be used now or later, negative when the member loses it, 0 when it only
     * changes place.
     */
    public static int sign(Entry entry) {
        return (own(entry.getTo()) ? 1 : 0) - (own(entry.getFrom()) ? 1 : 0);
    }

    /** The accounts, such as {@code issued → pending}. */
    public static String way(Entry entry) {
        return name(entry.getFrom()) + " → " + name(entry.getTo());
    }

    /**
     * Such as {@code rule welcome, activity 3 of 2026-03-01 09:12}.
     *
     * @param moment when the activity of a number happened, in words; empty when that is not known
     */
    static String cause(Entry entry, LongFunction<Optional<String>> moment) {
        Cause cause = entry.getCause();
        String rule = cause.getRule().isEmpty() ? "" : "rule " + cause.getRule() + ", ";
        String trigger = switch (cause.getTrigger()) {
            case TRIGGER_ACTIVITY -> activity(cause.getNumber(), moment);
            case TRIGGER_COMMAND -> "command " + cause.getNumber() + said(entry);
            case TRIGGER_DUE -> "its time came";
            case TRIGGER_UNSPECIFIED, UNRECOGNIZED -> "";
        };
        return rule + trigger + (concernsAnother(cause) ? " for " + activity(cause.getActivityNumber(), moment) : "");
    }

    private static String said(Entry entry) {
        return entry.getReason().isEmpty() ? "" : ": " + entry.getReason();
    }

    /** The numbers of the activities that the cause names. */
    static LongStream activities(Entry entry) {
        Cause cause = entry.getCause();
        boolean byActivity = cause.getTrigger() == Trigger.TRIGGER_ACTIVITY;
        return LongStream.of(byActivity ? cause.getNumber() : 0, cause.getActivityNumber())
                .filter(number -> number > 0);
    }

    private static String activity(long number, LongFunction<Optional<String>> moment) {
        return "activity " + number
                + moment.apply(number).map(at -> " of " + at).orElse("");
    }

    /** A number is an activity's only if an activity is the trigger: it may be that of a lot as well. */
    private static boolean concernsAnother(Cause cause) {
        boolean same = cause.getTrigger() == Trigger.TRIGGER_ACTIVITY && cause.getNumber() == cause.getActivityNumber();
        return cause.getActivityNumber() != 0 && !same;
    }

    private static boolean own(Account account) {
        return switch (account) {
            case ACCOUNT_AVAILABLE, ACCOUNT_PENDING, ACCOUNT_HELD, ACCOUNT_DEBT -> true;
            default -> false;
        };
    }

    private static String name(Account account) {
        return switch (account) {
            case ACCOUNT_AVAILABLE -> "available";
            case ACCOUNT_PENDING -> "pending";
            case ACCOUNT_HELD -> "held";
            case ACCOUNT_DEBT -> "debt";
            case ACCOUNT_ISSUED -> "issued";
            case ACCOUNT_EXPIRED -> "expired";
            case ACCOUNT_ADJUSTED -> "adjusted";
            case ACCOUNT_CANCELLED -> "cancelled";
            case ACCOUNT_CONVERTED -> "converted";
            case ACCOUNT_REDEEMED -> "redeemed";
            case ACCOUNT_IN_TRANSIT -> "in transit";
            case ACCOUNT_OPENING -> "opening";
            case ACCOUNT_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }
}
