package dev.perennial.bootstrap.server;

import java.util.Optional;

/**
 * A MySQL server that somebody else runs, named by {@code PERENNIAL_DATABASE_URL}, {@code …_USER} and
 * {@code …_PASSWORD}.
 */
record ExternalDatabase(String jdbcUrl, String user, String password) implements DatabaseServer {

    static ExternalDatabase fromEnvironment(String url) {
        return new ExternalDatabase(url, variable("PERENNIAL_DATABASE_USER"), variable("PERENNIAL_DATABASE_PASSWORD"));
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "ExternalDatabase[" + user + "]"; // neither the password nor what a URL may carry
    }
}
