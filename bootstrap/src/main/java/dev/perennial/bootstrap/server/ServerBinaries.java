package dev.perennial.bootstrap.server;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.FileUtils;

/** The database server's own files: unpacked once for each user of a machine, 350 MB that every data folder shares. */
final class ServerBinaries {

    private ServerBinaries() {}

    /** The folder with the binaries. Several processes may come at once: each unpacks aside, the first to finish moves it in. */
    static Path unpacked() throws IOException {
        Path target = cache().resolve(LocalServer.release());
        if (!Files.isDirectory(target)) {
            Files.createDirectories(target.getParent());
            Path aside = Files.createTempDirectory(target.getParent(), "unpacking-");
            try {
                LocalServer.unpack(aside);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
                FileUtils.deleteDirectory(aside.toFile());
            }
        }
        return target;
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("perennial");
    }
}
