package dev.perennial.persistence.shared;

import dev.perennial.application.shared.Secret;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one key that is not in the database. It seals the tenants' secrets and the members' keys. */
public final class MasterKey {

    private static final int SECRET_BYTES_MIN = 16;

    private final Sealing sealing;

    /** @param secret at least 16 random bytes; whoever loses it loses every profile */
    public MasterKey(Secret secret) {
        if (secret.bytes().length < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException("the master key needs at least " + SECRET_BYTES_MIN + " bytes");
        }
        this.sealing = new Sealing(derived(secret));
    }

    /** The secret may be of any length and used elsewhere, too; what seals is derived from it. */
    private static byte[] derived(Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            return mac.doFinal(Text.bytes("perennial/master-key/1"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    public byte[] seal(byte[] plain, String place) {
        return sealing.seal(plain, place);
    }

    public byte[] open(byte[] sealed, String place) {
        return sealing.open(sealed, place);
    }
}
