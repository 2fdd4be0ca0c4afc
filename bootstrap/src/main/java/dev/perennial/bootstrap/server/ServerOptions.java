package dev.perennial.bootstrap.server;

import java.nio.file.Path;

/**
 * How to run a server.
 *
 * @param port for gRPC on loopback; 0 takes a free one
 * @param managementPort for health and metrics over HTTP on loopback; 0 takes a free one
 * @param data the folder of the embedded database and of the demo tenant's key; with an external database only of the
 *     key
 * @param quiet log errors only
 */
public record ServerOptions(int port, int managementPort, Path data, boolean quiet) {

    /** Free ports, for tests and demos. */
    public static ServerOptions onFreePorts(Path data) {
        return new ServerOptions(0, 0, data, true);
    }
}
