package dev.perennial.persistence.program;

import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What somebody has who redeems a reward, as JSON. */
final class RewardContentJson {

    private RewardContentJson() {}

    static void write(JsonGenerator json, RewardContent content) {
        switch (content) {
            case RewardContent.Units units -> {
                json.writeStringProperty("type", "units");
                json.writeStringProperty("unit", units.unit());
                json.writeNumberProperty("amount", units.amount());
                Json.child(json, "expiry", out -> ExpiryJson.write(out, units.expiry()));
            }
            case RewardContent.Voucher voucher -> {
                json.writeStringProperty("type", "voucher");
                Json.child(json, "worth", out -> worth(out, voucher.worth()));
                Json.child(json, "codes", out -> codes(out, voucher.codes()));
                json.writeNumberProperty("valid_days", voucher.validDays());
            }
        }
    }

    static RewardContent read(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "units" ->
                new RewardContent.Units(
                        json.path("unit").asString(""),
                        json.path("amount").asLong(0),
                        ExpiryJson.read(json.path("expiry")));
            case "voucher" ->
                new RewardContent.Voucher(
                        worth(json.path("worth")),
                        codes(json.path("codes")),
                        json.path("valid_days").asInt(0));
            default -> throw new IllegalStateException("a stored reward has content of an unknown type: " + type);
        };
    }

    static void worth(JsonGenerator json, VoucherWorth worth) {
        switch (worth) {
            case VoucherWorth.FreeProduct(String sku) -> {
                json.writeStringProperty("type", "free_product");
                json.writeStringProperty("sku", sku);
            }
            case VoucherWorth.AmountOff(long amount) -> {
                json.writeStringProperty("type", "amount_off");
                json.writeNumberProperty("amount", amount);
            }
            case VoucherWorth.PercentOff(int percent, long most) -> {
                json.writeStringProperty("type", "percent_off");
                json.writeNumberProperty("percent", percent);
                json.writeNumberProperty("most", most);
            }
            case VoucherWorth.FreeShipping() -> json.writeStringProperty("type", "free_shipping");
            case VoucherWorth.Access() -> json.writeStringProperty("type", "access");
        }
    }

    static VoucherWorth worth(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "free_product" -> new VoucherWorth.FreeProduct(json.path("sku").asString(""));
            case "amount_off" -> new VoucherWorth.AmountOff(json.path("amount").asLong(0));
            case "percent_off" ->
                new VoucherWorth.PercentOff(
                        json.path("percent").asInt(0), json.path("most").asLong(0));
            case "free_shipping" -> new VoucherWorth.FreeShipping();
            case "access" -> new VoucherWorth.Access();
            default -> throw new IllegalStateException("a stored voucher has a worth of an unknown type: " + type);
        };
    }

    private static void codes(JsonGenerator json, CodeSource codes) {
        switch (codes) {
            case CodeSource.Generated(String format) -> {
                json.writeStringProperty("type", "generated");
                json.writeStringProperty("format", format);
            }
            case CodeSource.Imported(String list) -> {
                json.writeStringProperty("type", "imported");
                json.writeStringProperty("list", list);
            }
        }
    }

    private static CodeSource codes(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "generated" -> new CodeSource.Generated(json.path("format").asString(""));
            case "imported" -> new CodeSource.Imported(json.path("list").asString(""));
            default -> throw new IllegalStateException("a stored voucher has codes of an unknown type: " + type);
        };
    }
}
