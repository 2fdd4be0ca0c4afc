package dev.perennial.architecture.violators.grpc.shared;

import dev.perennial.architecture.violators.persistence.shared.Rows;

record ServiceWithRows(Rows rows) {}
