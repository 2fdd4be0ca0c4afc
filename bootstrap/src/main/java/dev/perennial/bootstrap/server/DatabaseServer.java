package dev.perennial.bootstrap.server;

import java.nio.file.Path;

/** A database to connect to, and what has to be stopped when nobody needs it any more. */
public interface DatabaseServer extends AutoCloseable {

    String jdbcUrl();

    String user();

    String password();

    @Override
    void close();

    /** The server named by {@code PERENNIAL_DATABASE_URL}, or else an embedded one that keeps its data in the folder. */
    static DatabaseServer open(Path data) {
        String url = System.getenv("PERENNIAL_DATABASE_URL");
        return url == null || url.isBlank() ? EmbeddedDatabase.start(data) : ExternalDatabase.fromEnvironment(url);
    }
}
