package dev.perennial.bootstrap.wiring;

import io.grpc.netty.NettyServerBuilder;

/**
 * What one connection may do.
 *
 * @param callsMax how many calls at once
 * @param resetsMax how many calls its client may give up in any 10 seconds before the connection is closed. More than
 *     {@code callsMax}: when all calls of a connection run into their deadline at once, their repetitions need it still
 */
record ConnectionLimits(int callsMax, int resetsMax) {

    private static final int RESETS_PERIOD_SECONDS = 10;

    ConnectionLimits {
        if (resetsMax <= callsMax) {
            throw new IllegalArgumentException("perennial.resets-per-10-seconds-max (" + resetsMax
                    + ") must be more than perennial.calls-per-connection-max (" + callsMax
                    + "): a burst of deadlines would close the connection that its repetitions need");
        }
    }

    void applyTo(NettyServerBuilder server) {
        server.maxConcurrentCallsPerConnection(callsMax);
        server.maxRstFramesPerWindow(resetsMax, RESETS_PERIOD_SECONDS);
    }
}
