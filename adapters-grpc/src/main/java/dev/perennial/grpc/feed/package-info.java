/** Events as the protobuf messages that the outbox keeps. */
@NullMarked
package dev.perennial.grpc.feed;

import org.jspecify.annotations.NullMarked;
