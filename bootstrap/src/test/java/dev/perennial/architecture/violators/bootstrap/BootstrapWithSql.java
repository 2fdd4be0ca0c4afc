package dev.perennial.architecture.violators.bootstrap;

import org.jooq.DSLContext;

record BootstrapWithSql(DSLContext sql) {}
