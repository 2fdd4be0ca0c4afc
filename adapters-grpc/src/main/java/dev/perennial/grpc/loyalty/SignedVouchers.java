package dev.perennial.grpc.loyalty;

import com.google.gson.JsonObject;
import dev.perennial.application.loyalty.reward.VoucherSignatures;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.GetVoucherKeysResponse;
import dev.perennial.contract.loyalty.v1.VoucherKey;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.grpc.loyalty.signing.Jwk;
import dev.perennial.grpc.loyalty.signing.VoucherToken;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** Codes of vouchers that a till can check without asking. */
public final class SignedVouchers {

    /** No plain code is longer, and no signed one so short. */
    private static final int PLAIN_LENGTH_MAX = 64;

    private final VoucherSignatures signatures;

    public SignedVouchers(VoucherSignatures signatures) {
        this.signatures = signatures;
    }

    /** A pair that nobody can guess, Ed25519. */
    public static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has Ed25519", impossible);
        }
    }

    /** For replies that are made within a transaction: the key is fetched before. */
    Signing atHand(Tenant tenant) {
        KeyPair pair = signatures.key(tenant);
        return (active, reward, worth) -> token(tenant, active, reward, worth).signedWith(pair);
    }

    /** For replies that seldom have a voucher to sign: the key is fetched when there is one. */
    Signing whenNeeded(Tenant tenant) {
        return (active, reward, worth) -> atHand(tenant).sign(active, reward, worth);
    }

    private static VoucherToken token(Tenant tenant, Voucher active, String reward, VoucherWorth worth) {
        // In its state since it was issued, or since the order is gone that it was held for.
        return new VoucherToken(
                tenant.name(), active.code(), reward, json(worth), active.changedAt(), active.expiresAt());
    }

    private static JsonObject json(VoucherWorth worth) {
        JsonObject json = new JsonObject();
        switch (worth) {
            case VoucherWorth.FreeProduct(String sku) -> json.addProperty("free_product_sku", sku);
            case VoucherWorth.AmountOff(long amount) -> json.addProperty("amount_off", amount);
            case VoucherWorth.PercentOff(int percent, long most) -> {
                json.addProperty("percent_off", percent);
                json.addProperty("most", most);
            }
            case VoucherWorth.FreeShipping() -> json.addProperty("free_shipping", true);
            case VoucherWorth.Access() -> json.addProperty("access", true);
        }
        return json;
    }

    /**
     * The plain code of what somebody shows. What is signed by others or was changed stays as it is, which is a code
     * that no voucher has.
     */
    String plain(Tenant tenant, String shown) {
        if (shown.length() <= PLAIN_LENGTH_MAX) {
            return shown;
        }
        return signatures
                .find(tenant)
                .flatMap(pair -> VoucherToken.verified(
                        shown, kid -> kid.equals(Jwk.of(pair.getPublic()).kid()) ? pair.getPublic() : null))
                .filter(token -> token.issuer().equals(tenant.name()))
                .map(VoucherToken::code)
                .orElse(shown);
    }

    GetVoucherKeysResponse keys(Tenant tenant) {
        Jwk key = Jwk.of(signatures.key(tenant).getPublic());
        return GetVoucherKeysResponse.newBuilder()
                .setIssuer(tenant.name())
                .addKeys(VoucherKey.newBuilder()
                        .setKid(key.kid())
                        .setKty("OKP")
                        .setCrv("Ed25519")
                        .setAlg("EdDSA")
                        .setUse("sig")
                        .setX(key.x()))
                .build();
    }
}
