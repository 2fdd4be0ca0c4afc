/** Levels, memberships, what members work towards, and raffles, over gRPC. */
@NullMarked
package dev.perennial.grpc.loyalty;

import org.jspecify.annotations.NullMarked;
