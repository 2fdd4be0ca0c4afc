package dev.perennial.bootstrap.server;

import dev.perennial.bootstrap.files.FileFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that holds all that an embedded server must not lose. One process at a time has it. */
final class DataFolder {

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Whether an embedded server has ever kept a database in the folder. */
    static boolean holdsDatabase(Path data) {
        return Files.isDirectory(tables(data).resolve(EmbeddedDatabase.SCHEMA));
    }

    /** The operating system gives the lock back when the process ends, however it ends. */
    static DataFolder claim(Path data) {
        Path path = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure("the data folder " + data + " is in use by another process", null);
            }
            return new DataFolder(path, channel);
        } catch (IOException failure) {
            throw new StartFailure(
                    "the data folder " + data + " cannot be used: " + FileFailure.reason(failure), failure);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path tables() {
        return tables(path);
    }

    private static Path tables(Path data) {
        return data.resolve("mysql");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    Path processId() {
        return path.resolve("database.pid");
    }

    /**
     * Sockets have short paths on every system, data folders may not: the socket goes to the system's temporary folder.
     */
    Path socket() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "perennial-" + Integer.toHexString(path.hashCode()) + ".sock");
    }

    /** Writes a file that only the owner can read. */
    Path writePrivately(String name, String content) throws IOException {
        return PrivateFile.write(path.resolve(name), content);
    }

    void release() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
