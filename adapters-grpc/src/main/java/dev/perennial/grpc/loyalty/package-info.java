/** Levels, memberships and what members work towards, over gRPC. */
@NullMarked
package dev.perennial.grpc.loyalty;

import org.jspecify.annotations.NullMarked;
