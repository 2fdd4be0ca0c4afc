package dev.perennial.bootstrap.server;

import dev.perennial.application.shared.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The key under which the members' own keys are kept: from {@code PERENNIAL_MASTER_KEY} (32 bytes in base64), or else
 * from a file in the data folder that the first start makes. Without it personal data cannot be read.
 */
public record MasterKeyFile(Path data) {

    private static final int BYTES = 32;

    /**
     * Loads the key, and makes one only for a database that has nothing sealed yet.
     *
     * @param sealed whether the database holds what was sealed with a key
     */
    public Secret load(boolean sealed) {
        String configured = System.getenv("PERENNIAL_MASTER_KEY");
        return decoded(configured == null || configured.isBlank() ? fromFile(sealed) : configured);
    }

    private String fromFile(boolean sealed) {
        Path file = data.resolve("master.key");
        if (sealed && !Files.exists(file)) {
            throw new StartFailure(
                    "the database was sealed with a master key that is not here: set PERENNIAL_MASTER_KEY or put back "
                            + file,
                    null);
        }
        try {
            return Files.exists(file)
                    ? Files.readString(file)
                    : Files.readString(
                            PrivateFile.write(file, Base64.getEncoder().encodeToString(Secrets.randomBytes())));
        } catch (IOException failure) {
            throw new UncheckedIOException("the master key in " + file + " cannot be read", failure);
        }
    }

    private static Secret decoded(String text) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != BYTES) {
            throw new StartFailure("the master key must be 32 bytes in base64", null);
        }
        return new Secret(key);
    }
}
