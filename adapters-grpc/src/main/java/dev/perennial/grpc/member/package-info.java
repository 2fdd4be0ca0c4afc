/** Members over gRPC. */
@NullMarked
package dev.perennial.grpc.member;

import org.jspecify.annotations.NullMarked;
