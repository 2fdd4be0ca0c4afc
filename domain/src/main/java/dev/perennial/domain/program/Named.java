package dev.perennial.domain.program;

/** Something that is known by an id and called by a name: a partner, a cause, a benefit. */
public record Named(String id, String name) {}
