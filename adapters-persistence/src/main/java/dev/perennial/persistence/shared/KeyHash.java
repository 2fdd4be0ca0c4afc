package dev.perennial.persistence.shared;

import dev.perennial.application.shared.RequestKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The hash under which a request key is stored and by which keys are ordered before they are locked. */
final class KeyHash implements Comparable<KeyHash> {

    /** 128 bits: two keys of one tenant that meet by chance are less likely than a failing disk that is not noticed. */
    private static final int BYTES = 16;

    private final byte[] bytes;

    KeyHash(byte[] stored) {
        this.bytes = stored.clone();
    }

    static KeyHash of(RequestKey key) {
        return new KeyHash(Arrays.copyOf(sha256(Text.bytes(key.scope() + ":" + key.value())), BYTES));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    byte[] stored() {
        return bytes.clone();
    }

    /** The order of the database's index. */
    @Override
    public int compareTo(KeyHash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
