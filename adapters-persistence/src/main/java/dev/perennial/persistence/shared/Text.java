package dev.perennial.persistence.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Ids between text and the bytes that are stored: bytes compare the same on every engine and in every collation. */
public final class Text {

    private Text() {}

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    public static String of(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }
}
