package dev.perennial.architecture.violators.grpc.loyalty;

import dev.perennial.architecture.violators.grpc.member.GrpcCycleEnd;

public record GrpcCycleStart(GrpcCycleEnd end) {}
