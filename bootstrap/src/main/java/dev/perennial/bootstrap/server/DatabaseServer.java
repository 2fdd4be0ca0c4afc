package dev.perennial.bootstrap.server;

import java.nio.file.Path;

/** A database to connect to, and what has to be stopped when nobody needs it any more. */
public interface DatabaseServer extends AutoCloseable {

    String jdbcUrl();

    String user();

    String password();

    @Override
    void close();

    /**
     * The same, for those who only look at a database that is there.
     *
     * @throws StartFailure when the folder has none; nothing is made in it
     */
    static DatabaseServer openExisting(Path data) {
        if (isEmbedded() && !DataFolder.holdsDatabase(data)) {
            throw new StartFailure(
                    "there is no database in " + data + ": name a server's data folder with --data", null);
        }
        return open(data);
    }

    /**
     * The server named by {@code PERENNIAL_DATABASE_URL}, or else an embedded one that keeps its data in the folder.
     */
    static DatabaseServer open(Path data) {
        return isEmbedded() ? EmbeddedDatabase.start(data) : ExternalDatabase.fromEnvironment(url());
    }

    private static boolean isEmbedded() {
        return url().isBlank();
    }

    private static String url() {
        return System.getenv().getOrDefault("PERENNIAL_DATABASE_URL", "");
    }
}
