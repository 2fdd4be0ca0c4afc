package dev.perennial.grpc.loyalty.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key as a JSON Web Key of type OKP with the curve Ed25519, RFC 8037.
 *
 * @param x the 32 bytes of the key, in base64url without padding
 */
public record Jwk(String x) {

    /** What stands before the 32 bytes in an X.509 SubjectPublicKeyInfo, RFC 8410. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    public static Jwk of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new Jwk(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length)));
    }

    /**
     * The key that it names.
     *
     * @throws IllegalArgumentException when it names none
     */
    public PublicKey publicKey() {
        byte[] bytes = Base64.getUrlDecoder().decode(x);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(bytes, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("no key of Ed25519", wrong);
        }
    }

    /** Its thumbprint, RFC 7638, so that the same key has the same id everywhere. */
    public String kid() {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
