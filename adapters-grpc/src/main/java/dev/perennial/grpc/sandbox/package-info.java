/** The clock of a sandbox over gRPC. */
@NullMarked
package dev.perennial.grpc.sandbox;

import org.jspecify.annotations.NullMarked;
