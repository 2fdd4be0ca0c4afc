package dev.perennial.architecture.violators.domain.feed;

public record Happened(String what) {}
