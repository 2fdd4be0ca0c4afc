/** Activities over gRPC: one at a time, as a stream, or only thought through. */
@NullMarked
package dev.perennial.grpc.activity;

import org.jspecify.annotations.NullMarked;
