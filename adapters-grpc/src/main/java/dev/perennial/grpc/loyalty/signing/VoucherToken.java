package dev.perennial.grpc.loyalty.signing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a signed code says; docs/vouchers.md has every member of it.
 *
 * @param issuer the tenant's name
 * @param code the plain code
 * @param reward its id in the program
 * @param worth what the voucher is good for, with the names of the contract
 * @param issuedAt in whole seconds
 * @param expiresAt the first second at which it can no longer be used; null for never
 */
public record VoucherToken(
        String issuer,
        String code,
        String reward,
        JsonObject worth,
        Instant issuedAt,
        @Nullable Instant expiresAt) {

    /** Keeps tokens of other kinds from being taken for a voucher, RFC 8725. */
    private static final String TYPE = "perennial-voucher+jwt";

    /** Those that each has; {@code exp} is left out when it never expires. */
    private static final Set<String> MEMBERS = Set.of("iss", "sub", "reward", "worth", "iat");

    /** The same token and pair give the same signature. */
    public String signedWith(KeyPair pair) {
        JsonObject payload = new JsonObject();
        payload.addProperty("iss", issuer);
        payload.addProperty("sub", code);
        payload.addProperty("reward", reward);
        payload.add("worth", worth);
        payload.addProperty("iat", issuedAt.getEpochSecond());
        if (expiresAt != null) {
            payload.addProperty("exp", expiresAt.getEpochSecond());
        }
        return Jws.sign(TYPE, payload, pair);
    }

    /**
     * What a signed code says, whether it has expired or not.
     *
     * @param keys a public key by its id; null for one that is not trusted
     * @return empty when it is no signed code, is signed by somebody else, or was changed
     */
    public static Optional<VoucherToken> verified(String signed, Function<String, @Nullable PublicKey> keys) {
        return Jws.verified(signed, TYPE, keys)
                .filter(payload -> payload.keySet().containsAll(MEMBERS))
                .map(VoucherToken::read);
    }

    private static VoucherToken read(JsonObject payload) {
        JsonElement expiry = payload.get("exp");
        return new VoucherToken(
                Jws.text(payload, "iss"),
                Jws.text(payload, "sub"),
                Jws.text(payload, "reward"),
                payload.getAsJsonObject("worth"),
                Instant.ofEpochSecond(payload.get("iat").getAsLong()),
                expiry == null ? null : Instant.ofEpochSecond(expiry.getAsLong()));
    }

    public boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
