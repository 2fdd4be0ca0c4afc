package dev.perennial.application.shared;

/** A request's key and the fingerprint that tells a repetition from another request under the same key. */
public record Identity(RequestKey key, Fingerprint fingerprint) {}
