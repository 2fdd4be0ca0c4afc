package dev.perennial.bootstrap.server;

import dev.perennial.bootstrap.wiring.PerennialApplication;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/**
 * The platform running in this process. Stops in the reverse order of its start: no more calls, those under way finish,
 * what waits in the lanes is decided, and the database goes last.
 */
public final class RunningServer implements AutoCloseable {

    private final DatabaseServer database;
    private final ConfigurableApplicationContext context;
    private final DemoTenant.Key demoKey;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RunningServer(DatabaseServer database, ConfigurableApplicationContext context, DemoTenant.Key demoKey) {
        this.database = database;
        this.context = context;
        this.demoKey = demoKey;
    }

    /** Starts with the system's clock. @throws StartFailure when the operator has to do something first */
    public static RunningServer start(ServerOptions options) {
        // The database keeps microseconds: finer moments would not come back as they went in.
        return start(options, Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
    }

    /** Starts with a clock of the caller's, such as one that a test moves. */
    public static RunningServer start(ServerOptions options, InstantSource clock) {
        DatabaseServer database = DatabaseServer.open(options.data());
        try {
            ConfigurableApplicationContext context = run(options, database, clock);
            return new RunningServer(
                    database, context, context.getBean(DemoTenant.class).key(options.data()));
        } catch (RuntimeException failure) {
            database.close();
            throw StartFailure.within(failure).orElseGet(() -> PortFailure.translated(failure, options));
        }
    }

    private static ConfigurableApplicationContext run(
            ServerOptions options, DatabaseServer database, InstantSource clock) {
        SpringApplication application = new SpringApplication(PerennialApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false); // the order of stopping is ours
        application.setDefaultProperties(properties(options, database));
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("clock", clock);
            context.getBeanFactory().registerSingleton("masterKeyFile", new MasterKeyFile(options.data()));
        });
        return options.quiet()
                ? application.run("--logging.level.root=ERROR", "--logging.level.dev.perennial=ERROR")
                : application.run();
    }

    private static Map<String, Object> properties(ServerOptions options, DatabaseServer database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", database.jdbcUrl());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("spring.grpc.server.port", options.port());
        properties.put("server.port", options.managementPort());
        return properties;
    }

    /** The gRPC port, on loopback. */
    public int port() {
        return context.getBean(GrpcServerLifecycle.class).getPort();
    }

    /** The port of health and metrics over HTTP, on loopback. */
    public int managementPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The demo tenant's key. */
    public String apiKey() {
        return demoKey.value();
    }

    /** Where the key is kept. */
    public Path apiKeyFile() {
        return demoKey.file();
    }

    /** Whether this start made the key. */
    public boolean isKeyNew() {
        return demoKey.fresh();
    }

    /**
     * A part of the platform, for code in this process that needs more than the API: tests, and commands of the
     * operator.
     */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns when the server was closed. */
    public void awaitTermination() {
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes this server when the process is asked to end. */
    public RunningServer closeOnShutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
        return this;
    }

    /**
     * Closes when its only client is gone already: that calls have nobody left to answer is then no news for the log.
     */
    public void closeUnheard() {
        context.getBean(LoggingSystem.class).setLogLevel("dev.perennial", LogLevel.OFF);
        close();
    }

    /** Whoever comes second waits until it is done. */
    @Override
    public synchronized void close() {
        if (stopped.getCount() > 0) {
            context.close();
            database.close();
            stopped.countDown();
        }
    }
}
