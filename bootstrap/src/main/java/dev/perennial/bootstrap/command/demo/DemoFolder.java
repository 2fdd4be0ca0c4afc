package dev.perennial.bootstrap.command.demo;

import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.files.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the demo keeps its data.
 *
 * @param temporary whether it goes when the demo ends: a demo that nobody gave a folder leaves nothing behind
 */
record DemoFolder(Path path, boolean temporary) {

    static DemoFolder of(@Nullable Path given) {
        if (given != null) {
            return new DemoFolder(given, false);
        }
        try {
            return new DemoFolder(Files.createTempDirectory("perennial-demo-"), true);
        } catch (IOException e) {
            throw new CommandFailure("no folder for temporary data: name one with --data", e);
        }
    }

    /** After the server has stopped. */
    void leave() {
        if (!temporary) {
            return;
        }
        try {
            FolderTree.delete(path);
        } catch (IOException e) {
            // Temporary data that cannot be removed is the operating system's to clean up; the demo itself went well.
            System.getLogger(DemoFolder.class.getName()).log(System.Logger.Level.DEBUG, "cannot remove " + path, e);
        }
    }
}
