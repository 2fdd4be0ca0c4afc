/** Cohorts and retention over gRPC. */
@NullMarked
package dev.perennial.grpc.insight;

import org.jspecify.annotations.NullMarked;
