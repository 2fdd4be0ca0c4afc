package dev.perennial.bootstrap.server;

import dev.perennial.bootstrap.files.FolderTree;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The database server's own files: unpacked once for each user of a machine, 350 MB that every data folder shares. */
final class ServerBinaries {

    private ServerBinaries() {}

    /**
     * The folder with the binaries. Several processes may come at once: each unpacks aside, the first to finish moves
     * it in.
     */
    static Path unpacked() throws IOException {
        Path target = cache(System.getenv(), System.getProperty("user.home")).resolve(LocalServer.release());
        if (!Files.isDirectory(target)) {
            Files.createDirectories(target.getParent());
            Path aside = Files.createTempDirectory(target.getParent(), "unpacking-");
            try {
                LocalServer.unpack(aside);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
                FolderTree.delete(aside);
            }
        }
        return target;
    }

    /**
     * Where a user's caches are by the XDG rules. The JDK takes its {@code user.home} from elsewhere than {@code HOME}.
     */
    static Path cache(Map<String, String> environment, String userHome) {
        String configured = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        Path caches = configured.isBlank() ? Path.of(home.isBlank() ? userHome : home, ".cache") : Path.of(configured);
        return caches.resolve("perennial");
    }
}
