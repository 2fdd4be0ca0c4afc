package dev.perennial.architecture.violators.domain.shared;

import org.springframework.context.ApplicationContext;

final class DomainWithFramework {
    private final ApplicationContext context;

    DomainWithFramework(ApplicationContext context) {
        this.context = context;
    }

    String name() {
        return context.getApplicationName();
    }
}
