package dev.perennial.bootstrap.command.client;

import dev.perennial.bootstrap.files.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server to call, and as whom. */
public final class ClientOptions {

    private static final Path LOCAL_KEY = Path.of("perennial-data", "demo.key");

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9090",
            converter = ServerAddress.Converter.class,
            description = "The server to call (default: ${DEFAULT-VALUE}).")
    ServerAddress server = ServerAddress.local(9090);

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = {
                "The file with the API key.",
                "Default: the variable PERENNIAL_KEY, else ./perennial-data/demo.key."
            })
    @Nullable
    Path keyFile;

    /** Opens a connection; nothing is sent yet, so an unreachable server shows at the first call. */
    public ApiClient connect() {
        return ApiClient.to(server, key());
    }

    private String key() {
        String variable = System.getenv("PERENNIAL_KEY");
        if (keyFile == null && variable != null && !variable.isBlank()) {
            return checked(variable.strip(), "the variable PERENNIAL_KEY");
        }
        Path file = keyFile == null ? LOCAL_KEY : keyFile;
        try {
            return checked(Files.readString(file).strip(), file.toString());
        } catch (NoSuchFileException e) {
            throw new CommandFailure(
                    "there is no key file " + file + ": name one with --key-file, or set PERENNIAL_KEY", e);
        } catch (IOException e) {
            throw new CommandFailure("the key file " + file + " cannot be read: " + FileFailure.reason(e), e);
        }
    }

    private static String checked(String key, String origin) {
        if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new CommandFailure(origin + " does not hold an API key");
        }
        return key;
    }
}
