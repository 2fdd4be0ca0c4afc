package dev.perennial.application.shared;

/**
 * A reply on its way to the caller.
 *
 * @param reply the bytes of the first reply, the same at every repetition
 * @param replayed whether the effect had happened before
 */
public record Answer(Payload reply, boolean replayed) {}
