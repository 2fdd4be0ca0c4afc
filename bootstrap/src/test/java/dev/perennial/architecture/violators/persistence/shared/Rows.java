package dev.perennial.architecture.violators.persistence.shared;

public record Rows(int count) {}
