/** One story for each capability: the whole platform over gRPC, on an embedded database and a movable clock. */
package dev.perennial.bootstrap.story;
