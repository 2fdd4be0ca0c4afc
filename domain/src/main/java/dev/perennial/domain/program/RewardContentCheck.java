package dev.perennial.domain.program;

import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import java.util.HashSet;
import java.util.regex.Pattern;

/** What is asked of what a reward gives. */
final class RewardContentCheck {

    private static final int SKU_MAX = 128;
    private static final int VALID_DAYS_MAX = 3_650;

    /** As many as a voucher's code can have in every column that keeps one. */
    private static final int CODE_MAX = 64;

    /** A letter or a digit of 32 is 5 random bits; 50 are too many to guess. */
    private static final int RANDOM_MIN = 10;

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private final References references;

    RewardContentCheck(References references) {
        this.references = references;
    }

    void check(RewardContent content, Findings findings) {
        switch (content) {
            case RewardContent.Units(String unit, long amount, Expiry expiry) -> {
                Findings here = findings.at("units");
                references.unit(unit, here.at("unit"));
                here.at("amount").range(amount, 1, GrantCheck.AMOUNT_MAX);
                ExpiryCheck.check(expiry, unit, references, here);
            }
            case RewardContent.Voucher(VoucherWorth worth, CodeSource codes, int validDays) -> {
                Findings here = findings.at("voucher");
                worth(worth, here);
                codes(codes, here);
                here.at("valid_days").range(validDays, 0, VALID_DAYS_MAX);
            }
        }
    }

    static void worth(VoucherWorth worth, Findings findings) {
        switch (worth) {
            case VoucherWorth.FreeProduct(String sku) -> {
                Findings here = findings.at("free_product").at("sku");
                here.text(sku, SKU_MAX);
                if (sku.isBlank()) {
                    here.add("is missing");
                }
            }
            case VoucherWorth.AmountOff(long amount) ->
                findings.at("amount_off").at("amount").range(amount, 1, GrantCheck.AMOUNT_MAX);
            case VoucherWorth.PercentOff(int percent, long most) -> {
                Findings here = findings.at("percent_off");
                here.at("percent").range(percent, 1, 100);
                here.at("most").range(most, 0, GrantCheck.AMOUNT_MAX);
            }
            case VoucherWorth.FreeShipping(), VoucherWorth.Access() -> {}
        }
    }

    private static void codes(CodeSource codes, Findings findings) {
        switch (codes) {
            case CodeSource.Generated(String format) ->
                format(format, findings.at("generated").at("format"));
            case CodeSource.Imported(String list) ->
                // Several rewards may take from one list, so that none was seen before.
                findings.at("imported").at("list").id(list, new HashSet<>());
        }
    }

    private static void format(String format, Findings findings) {
        if (!PRINTABLE.matcher(format).matches()) {
            findings.add("must be printable ASCII, without blanks at its ends");
        }
        if (format.length() > CODE_MAX) {
            findings.add("has " + format.length() + " characters; at most " + CODE_MAX + " are allowed");
        }
        long random = format.chars().filter(c -> c == '#').count();
        if (random < RANDOM_MIN) {
            findings.add("has " + random + " #; with fewer than " + RANDOM_MIN + " somebody could guess a code");
        }
    }
}
