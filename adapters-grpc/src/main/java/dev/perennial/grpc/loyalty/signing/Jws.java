package dev.perennial.grpc.loyalty.signing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A compact JSON Web Signature, RFC 7515, with the algorithm EdDSA, RFC 8037; the JDK signs and verifies. */
final class Jws {

    private static final String ALGORITHM = "EdDSA";
    private static final int PARTS = 3;

    private Jws() {}

    static String sign(String type, JsonObject payload, KeyPair pair) {
        JsonObject header = new JsonObject();
        header.addProperty("alg", ALGORITHM);
        header.addProperty("kid", Jwk.of(pair.getPublic()).kid());
        header.addProperty("typ", type);
        String signed = encoded(utf8(header.toString())) + "." + encoded(utf8(payload.toString()));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(utf8(signed));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has Ed25519", impossible);
        }
    }

    /**
     * The payload of a signature that is good.
     *
     * @param keys a public key by its id; null for one that is not trusted
     * @return empty when anything about it is not as {@link #sign} makes it
     */
    static Optional<JsonObject> verified(String compact, String type, Function<String, @Nullable PublicKey> keys) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            JsonObject header = json(parts[0]);
            // The algorithm is ours to say: a header that names another is not asked what it means.
            boolean ours = header.keySet().size() == PARTS
                    && ALGORITHM.equals(text(header, "alg"))
                    && type.equals(text(header, "typ"));
            PublicKey key = ours ? keys.apply(text(header, "kid")) : null;
            return key != null && isGood(parts[0] + "." + parts[1], decoded(parts[2]), key)
                    ? Optional.of(json(parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | JsonParseException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isGood(String signed, byte[] signature, PublicKey key) {
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(utf8(signed));
            return verification.verify(signature);
        } catch (GeneralSecurityException malformed) { // a signature of another length, for one
            return false;
        }
    }

    private static JsonObject json(String part) {
        return JsonParser.parseString(new String(decoded(part), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    /** The text of a member; empty when it has none. */
    static String text(JsonObject object, String member) {
        JsonElement found = object.get(member);
        return found != null && found.isJsonPrimitive() ? found.getAsString() : "";
    }

    /** Only what {@link #encoded} writes: or the bits that base64 leaves unused could be changed unseen. */
    private static byte[] decoded(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!encoded(bytes).equals(part)) {
            throw new IllegalArgumentException("not canonical");
        }
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
