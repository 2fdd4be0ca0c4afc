package dev.perennial.bootstrap.story;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform as a process of its own, which can be killed as a power cut would. */
final class ServerProcess {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern READY = Pattern.compile("gRPC on localhost:(\\d+)");

    private final Process process;
    private final ManagedChannel connection;
    private final Shop shop;

    private ServerProcess(Process process, ManagedChannel connection, Shop shop) {
        this.process = process;
        this.connection = connection;
        this.shop = shop;
    }

    /** The demo tenant. */
    Shop shop() {
        return shop;
    }

    /** SIGKILL: nothing of the process gets to run any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        connection.shutdownNow();
    }

    /** As an operator stops it. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
        connection.shutdownNow();
    }

    /** Starts on free ports, and returns once it is ready. */
    static ServerProcess on(Path data) throws IOException {
        Process process = jar("serve", "--port", "0", "--management-port", "0", "--data", data.toString())
                .start();
        BufferedReader said = process.inputReader();
        StringBuilder log = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            log.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual()
                        .start(() -> said.lines().forEach(more -> {})); // or it would block once the pipe is full
                int port = Integer.parseInt(ready.group(1));
                ManagedChannel connection = NettyChannelBuilder.forAddress("127.0.0.1", port)
                        .usePlaintext()
                        .build();
                String key = Files.readString(data.resolve("demo.key")).strip();
                return new ServerProcess(process, connection, new Shop("demo", connection, key));
            }
        }
        throw new IllegalStateException("the server ended before it was ready: " + log);
    }

    /** What {@code perennial audit} says of the folder. */
    static void audit(Path data) throws IOException, InterruptedException {
        Process audit = jar("audit", "--data", data.toString()).start();
        String said = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (audit.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    private static ProcessBuilder jar(String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-jar", System.getProperty("perennial.jar")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
