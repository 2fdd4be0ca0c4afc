package dev.perennial.bootstrap.server;

import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A MySQL-protocol server of our own: a process beside this one, on loopback, with a password made anew at each start
 * and its data in a folder. After a {@code kill -9} of this process its server goes on alone; the next start ends it
 * first.
 */
public final class EmbeddedDatabase implements DatabaseServer {

    static final String USER = "perennial";
    static final String SCHEMA = "perennial";

    private final LocalServer server;
    private final DataFolder folder;
    private final String password;

    private EmbeddedDatabase(LocalServer server, DataFolder folder, String password) {
        this.server = server;
        this.folder = folder;
        this.password = password;
    }

    /** @throws StartFailure when the folder is in use by another process or the server does not come up */
    public static EmbeddedDatabase start(Path data) {
        DataFolder folder = DataFolder.claim(data);
        try {
            OrphanServer.end(folder);
            String password = Secrets.random();
            Path script = folder.writePrivately("init.sql", setUp(password));
            LocalServer server = LocalServer.prepared(folder, ServerBinaries.unpacked(), script);
            server.start();
            Files.deleteIfExists(script);
            return new EmbeddedDatabase(server, folder, password);
        } catch (IOException | RuntimeException failure) {
            folder.release();
            throw new StartFailure(
                    "the embedded database in " + data + " does not start: " + failure.getMessage(), failure);
        }
    }

    /**
     * Run by the server before it takes connections: one user that may do everything in one schema, and nobody else.
     */
    private static String setUp(String password) {
        return """
            create database if not exists %1$s character set utf8mb4 collate utf8mb4_bin;
            create or replace user '%2$s'@'127.0.0.1' identified by '%3$s';
            grant all on %1$s.* to '%2$s'@'127.0.0.1';
            delete from mysql.global_priv where user not in ('%2$s', 'mariadb.sys');
            flush privileges;
            """.formatted(SCHEMA, USER, password);
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + server.port() + "/" + SCHEMA
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("the embedded database did not stop", failure);
        } finally {
            folder.release();
        }
    }
}
