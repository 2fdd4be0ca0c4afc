package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.Statements;
import dev.perennial.contract.ledger.v1.Cause;
import dev.perennial.contract.ledger.v1.EntryKind;
import dev.perennial.contract.ledger.v1.Trigger;
import dev.perennial.contract.ledger.v1.UnitBalance;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Times;
import java.util.List;
import java.util.SortedMap;

/** Entries and balances for every reply that shows some. */
public final class LedgerTranslator {

    private LedgerTranslator() {}

    /** The member's balances, ordered by unit. */
    public static List<UnitBalance> balances(Wallet wallet) {
        return balances(wallet.balances());
    }

    static List<UnitBalance> balances(SortedMap<UnitId, Balance> balances) {
        return balances.entrySet().stream()
                .map(held -> UnitBalance.newBuilder()
                        .setUnit(held.getKey().value())
                        .setAvailable(held.getValue().available())
                        .setPending(held.getValue().pending())
                        .setHeld(held.getValue().held())
                        .setDebt(held.getValue().debt())
                        .build())
                .toList();
    }

    public static List<dev.perennial.contract.ledger.v1.Entry> entries(List<Entry> entries) {
        return entries.stream().map(LedgerTranslator::entry).toList();
    }

    /** An entry of a statement. */
    public static dev.perennial.contract.ledger.v1.Entry line(Statements.Line line) {
        return entry(line.entry()).toBuilder()
                .setReason(line.reason())
                .setActor(line.actor())
                .setApprover(line.approver())
                .build();
    }

    public static dev.perennial.contract.ledger.v1.Entry entry(Entry entry) {
        var proto = dev.perennial.contract.ledger.v1.Entry.newBuilder()
                .setNumber(entry.number())
                .setUnit(entry.unit().value())
                .setFrom(account(entry.from()))
                .setTo(account(entry.to()))
                .setAmount(entry.amount())
                .setKind(kind(entry.kind()))
                .setCause(cause(entry.cause()))
                .setEffectiveAt(Times.toProto(entry.effectiveAt()));
        Integer lot = entry.lotNumber();
        if (lot != null) {
            proto.setLotNumber(lot);
        }
        Long corrects = entry.corrects();
        if (corrects != null) {
            proto.setCorrects(corrects);
        }
        return proto.build();
    }

    private static Cause cause(dev.perennial.domain.ledger.Cause cause) {
        String rule = cause.rule();
        return Cause.newBuilder()
                .setTrigger(trigger(cause.trigger()))
                .setNumber(cause.number())
                .setActivityNumber(cause.activityNumber())
                .setRule(rule == null ? "" : rule)
                .setProgramVersion(cause.programVersion())
                .build();
    }

    private static Trigger trigger(dev.perennial.domain.ledger.Cause.Trigger trigger) {
        return switch (trigger) {
            case ACTIVITY -> Trigger.TRIGGER_ACTIVITY;
            case COMMAND -> Trigger.TRIGGER_COMMAND;
            case DUE -> Trigger.TRIGGER_DUE;
        };
    }

    private static dev.perennial.contract.ledger.v1.Account account(Account account) {
        return switch (account) {
            case AVAILABLE -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_AVAILABLE;
            case PENDING -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_PENDING;
            case HELD -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_HELD;
            case DEBT -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_DEBT;
            case ISSUED -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_ISSUED;
            case EXPIRED -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_EXPIRED;
            case ADJUSTED -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_ADJUSTED;
            case CANCELLED -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_CANCELLED;
            case CONVERTED -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_CONVERTED;
            case REDEEMED -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_REDEEMED;
            case IN_TRANSIT -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_IN_TRANSIT;
            case OPENING -> dev.perennial.contract.ledger.v1.Account.ACCOUNT_OPENING;
        };
    }

    private static EntryKind kind(dev.perennial.domain.ledger.EntryKind kind) {
        return switch (kind) {
            case EARN -> EntryKind.ENTRY_KIND_EARN;
            case ACTIVATE -> EntryKind.ENTRY_KIND_ACTIVATE;
            case EXPIRE -> EntryKind.ENTRY_KIND_EXPIRE;
            case CLAWBACK -> EntryKind.ENTRY_KIND_CLAWBACK;
            case REVERSE_EXPIRY -> EntryKind.ENTRY_KIND_REVERSE_EXPIRY;
            case REPAY_DEBT -> EntryKind.ENTRY_KIND_REPAY_DEBT;
            case ADJUST -> EntryKind.ENTRY_KIND_ADJUST;
            case REINSTATE -> EntryKind.ENTRY_KIND_REINSTATE;
            case CANCEL -> EntryKind.ENTRY_KIND_CANCEL;
            case REVERSE_CANCEL -> EntryKind.ENTRY_KIND_REVERSE_CANCEL;
            case CONVERT -> EntryKind.ENTRY_KIND_CONVERT;
            case UNDO_CONVERT -> EntryKind.ENTRY_KIND_UNDO_CONVERT;
            case HOLD -> EntryKind.ENTRY_KIND_HOLD;
            case RELEASE -> EntryKind.ENTRY_KIND_RELEASE;
            case REDEEM -> EntryKind.ENTRY_KIND_REDEEM;
            case RETURN -> EntryKind.ENTRY_KIND_RETURN;
            case REWARD -> EntryKind.ENTRY_KIND_REWARD;
            case TRANSFER_OUT -> EntryKind.ENTRY_KIND_TRANSFER_OUT;
            case TRANSFER_IN -> EntryKind.ENTRY_KIND_TRANSFER_IN;
            case TRANSFER_RETURN -> EntryKind.ENTRY_KIND_TRANSFER_RETURN;
            case OPENING -> EntryKind.ENTRY_KIND_OPENING;
        };
    }
}
