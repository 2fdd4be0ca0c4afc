/** What every service does alike: who calls, is the request well formed, what does a refusal look like. */
@NullMarked
package dev.perennial.grpc.shared;

import org.jspecify.annotations.NullMarked;
