package dev.perennial.architecture.violators.application.shared;

import com.zaxxer.hikari.HikariDataSource;

record ApplicationWithJdbcPool(HikariDataSource pool) {}
