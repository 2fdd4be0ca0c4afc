package dev.perennial.bootstrap.command.client;

import com.google.common.net.HostAndPort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a server listens.
 *
 * @param host a name or an address, an IPv6 one in brackets
 * @param port from 1
 */
public record ServerAddress(String host, int port) {

    private static final int PORT_DEFAULT = 9090;

    /** A server in this machine, such as the demo's own. */
    public static ServerAddress local(int port) {
        return new ServerAddress("localhost", port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** Refuses what is no address while the command line is read, before anything waits for a name to resolve. */
    static final class Converter implements ITypeConverter<ServerAddress> {

        @Override
        public ServerAddress convert(String text) {
            try {
                HostAndPort parsed = HostAndPort.fromString(text).requireBracketsForIPv6();
                String host = parsed.getHost().contains(":") ? "[" + parsed.getHost() + "]" : parsed.getHost();
                int port = parsed.getPortOrDefault(PORT_DEFAULT);
                if (port > 0 && !host.isEmpty() && host.chars().noneMatch(c -> c <= ' ' || c == '/')) {
                    return new ServerAddress(host, port);
                }
            } catch (IllegalArgumentException e) {
                // Told below, in the words of the option.
            }
            throw new TypeConversionException("'" + text + "' is not HOST:PORT with a port from 1 to 65535");
        }
    }
}
