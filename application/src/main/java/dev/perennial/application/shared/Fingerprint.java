package dev.perennial.application.shared;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash of a whole request: tells whether two requests are the same without keeping what is in them. */
public record Fingerprint(String hex) {

    /** HMAC-SHA-256 of the request's canonical bytes under the tenant's secret. */
    public static Fingerprint of(Secret secret, byte[] request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            return new Fingerprint(HexFormat.of().formatHex(mac.doFinal(request)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }
}
