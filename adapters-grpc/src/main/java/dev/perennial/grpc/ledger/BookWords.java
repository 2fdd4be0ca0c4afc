package dev.perennial.grpc.ledger;

import dev.perennial.contract.ledger.v1.BookAccount;
import dev.perennial.contract.ledger.v1.BreakageMissing;
import dev.perennial.contract.ledger.v1.JournalClass;
import dev.perennial.contract.ledger.v1.MoneyAmount;
import dev.perennial.contract.ledger.v1.NotOwedReason;
import dev.perennial.domain.insight.BreakageEstimate.Missing;
import dev.perennial.domain.ledger.books.Money;
import dev.perennial.domain.ledger.books.PostingClass;
import dev.perennial.domain.program.UnitDefinition;

/** The words of the books in the contract. */
final class BookWords {

    private BookWords() {}

    static MoneyAmount toProto(Money money) {
        return MoneyAmount.newBuilder()
                .setCurrency(money.currency())
                .setAmount(money.amount())
                .build();
    }

    /** Why nothing is owed for a unit of the kind; those of the others are. */
    static NotOwedReason reason(UnitDefinition.Kind kind) {
        return switch (kind) {
            case STATUS, BADGE -> NotOwedReason.NOT_OWED_REASON_NOT_EXCHANGEABLE;
            case CHARITY -> NotOwedReason.NOT_OWED_REASON_CHARITY;
            case POINTS, STAMP, TICKET, CREDIT, VOUCHER -> NotOwedReason.NOT_OWED_REASON_UNSPECIFIED;
        };
    }

    static BookAccount toProto(dev.perennial.domain.ledger.books.BookAccount account) {
        return switch (account) {
            case CONTRACT_LIABILITY -> BookAccount.BOOK_ACCOUNT_CONTRACT_LIABILITY;
            case MEMBER_RECEIVABLE -> BookAccount.BOOK_ACCOUNT_MEMBER_RECEIVABLE;
            case REVENUE_DEFERRAL -> BookAccount.BOOK_ACCOUNT_REVENUE_DEFERRAL;
            case MARKETING_EXPENSE -> BookAccount.BOOK_ACCOUNT_MARKETING_EXPENSE;
            case BREAKAGE_REVENUE -> BookAccount.BOOK_ACCOUNT_BREAKAGE_REVENUE;
            case REDEMPTION_REVENUE -> BookAccount.BOOK_ACCOUNT_REDEMPTION_REVENUE;
            case CONVERSION_CLEARING -> BookAccount.BOOK_ACCOUNT_CONVERSION_CLEARING;
            case TRANSFER_CLEARING -> BookAccount.BOOK_ACCOUNT_TRANSFER_CLEARING;
            case ADJUSTMENTS -> BookAccount.BOOK_ACCOUNT_ADJUSTMENTS;
            case OPENING_BALANCES -> BookAccount.BOOK_ACCOUNT_OPENING_BALANCES;
        };
    }

    static JournalClass toProto(PostingClass postingClass) {
        return switch (postingClass) {
            case ISSUE -> JournalClass.JOURNAL_CLASS_ISSUE;
            case CLAW_BACK -> JournalClass.JOURNAL_CLASS_CLAW_BACK;
            case EXPIRE -> JournalClass.JOURNAL_CLASS_EXPIRE;
            case REVERSE_EXPIRY -> JournalClass.JOURNAL_CLASS_REVERSE_EXPIRY;
            case CANCEL -> JournalClass.JOURNAL_CLASS_CANCEL;
            case REVERSE_CANCEL -> JournalClass.JOURNAL_CLASS_REVERSE_CANCEL;
            case CONVERT -> JournalClass.JOURNAL_CLASS_CONVERT;
            case REDEEM -> JournalClass.JOURNAL_CLASS_REDEEM;
            case RETURN -> JournalClass.JOURNAL_CLASS_RETURN;
            case TRANSFER -> JournalClass.JOURNAL_CLASS_TRANSFER;
            case REPAY_DEBT -> JournalClass.JOURNAL_CLASS_REPAY_DEBT;
            case ADJUST -> JournalClass.JOURNAL_CLASS_ADJUST;
            case OPEN -> JournalClass.JOURNAL_CLASS_OPEN;
        };
    }

    static BreakageMissing toProto(Missing missing) {
        return switch (missing) {
            case VINTAGES -> BreakageMissing.BREAKAGE_MISSING_VINTAGES;
            case RUN_OFF -> BreakageMissing.BREAKAGE_MISSING_RUN_OFF;
            case EXPIRIES -> BreakageMissing.BREAKAGE_MISSING_EXPIRIES;
        };
    }
}
