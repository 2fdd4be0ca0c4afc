package dev.perennial.architecture.violators.grpc.shared;

import org.springframework.context.ApplicationContext;

record ServiceWithContext(ApplicationContext context) {}
