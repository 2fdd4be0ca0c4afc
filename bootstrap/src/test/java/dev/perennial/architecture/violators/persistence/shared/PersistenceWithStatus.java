package dev.perennial.architecture.violators.persistence.shared;

import io.grpc.Status;

record PersistenceWithStatus(Status status) {}
