package dev.perennial.architecture.violators.persistence.shared;

import dev.perennial.architecture.violators.grpc.shared.Service;

record RowsWithService(Service service) {}
