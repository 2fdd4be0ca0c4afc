package dev.perennial.application.shared;

/** A request's key and the fingerprint that tells a repetition from another request under the same key. */
public record Identity(RequestKey key, Fingerprint fingerprint) {

    /** A reaction is asked for by nobody, so there is but one request under its key. */
    private static final Fingerprint ONLY_ONE = new Fingerprint("0".repeat(64));

    /** @param name what it is a reaction to, and for whom: unique within the tenant */
    public static Identity reaction(String name) {
        return new Identity(RequestKey.reaction(name), ONLY_ONE);
    }
}
