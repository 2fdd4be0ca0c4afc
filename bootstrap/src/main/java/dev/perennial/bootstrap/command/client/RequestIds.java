package dev.perennial.bootstrap.command.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys of requests made from what they ask for, so that a command that is run again asks for the same thing once. */
public final class RequestIds {

    private RequestIds() {}

    /** At most 128 characters, as the API wants them, for any content. */
    public static String of(String purpose, byte[]... contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] content : contents) {
                digest.update((content.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(content);
            }
            return purpose + ":" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static String of(String purpose, String content) {
        return of(purpose, content.getBytes(StandardCharsets.UTF_8));
    }
}
