/** Programs over gRPC. */
@NullMarked
package dev.perennial.grpc.program;

import org.jspecify.annotations.NullMarked;
