package dev.perennial.architecture.violators.grpc.member;

import dev.perennial.architecture.violators.grpc.loyalty.GrpcCycleStart;

public record GrpcCycleEnd(GrpcCycleStart start) {}
