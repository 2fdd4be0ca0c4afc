package dev.perennial.architecture.violators.grpc.shared;

import org.jooq.DSLContext;

record ServiceWithSql(DSLContext sql) {}
