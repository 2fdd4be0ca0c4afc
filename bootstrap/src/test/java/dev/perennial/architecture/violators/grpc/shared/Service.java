package dev.perennial.architecture.violators.grpc.shared;

public record Service(String name) {}
