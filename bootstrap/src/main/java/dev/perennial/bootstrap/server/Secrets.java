package dev.perennial.bootstrap.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody may guess. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    /** A key for callers; its beginning tells those who find one where they should not what it is. */
    static String apiKey() {
        return "pk_" + random();
    }

    /** 256 random bits as text of letters, digits, {@code -} and {@code _}. */
    static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes());
    }

    static byte[] randomBytes() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
