package dev.perennial.bootstrap.command.codes;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.files.FileFailure;
import dev.perennial.contract.loyalty.v1.GetCodeListRequest;
import dev.perennial.contract.loyalty.v1.GetCodeListResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Imports codes of vouchers that were made elsewhere. */
@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        description = {
            "Imports codes of vouchers that were made elsewhere, one a line; rewards hand them out in this order.",
            "A code has 1 to 64 printable ASCII characters and neither begins nor ends with a blank. A bad one is"
                    + " reported with its line number, the others are imported; empty lines are skipped."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Everything is imported.", "1:Failure.", "2:Some codes were bad, the others are imported."},
        footer = {
            "",
            "It can be stopped and run again at any time: what is imported already is not doubled.",
            "",
            "Example:",
            "  perennial codes --list spring --file codes.txt"
        })
public final class CodesCommand implements Callable<Integer> {

    private static final int SOME_CODES_BAD = 2;

    /** An editor's mark that the file is UTF-8, as it looks when bytes are read as characters. */
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    @Mixin
    ClientOptions client = new ClientOptions();

    @Option(names = "--list", required = true, paramLabel = "ID", description = "The list's id in the program.")
    String list = "";

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The file. It is read twice.")
    Path file = Path.of("codes.txt");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandFailure(file + " is no file: it is read twice, first to count and then to send");
        }
        try (ApiClient api = client.connect()) {
            Progress progress = new Progress(terminal, "codes", count());
            CodeCounts counts = new CodeCounts(progress);
            try {
                send(new CodeSending(api, list, counts));
            } finally {
                progress.clear();
            }
            terminal.say(counts.text());
            GetCodeListResponse now = api.vouchers()
                    .getCodeList(GetCodeListRequest.newBuilder().setList(list).build());
            terminal.say(String.format(
                    Locale.ROOT,
                    "list      %,d imported, %,d taken, %,d left",
                    now.getImported(),
                    now.getTaken(),
                    now.getLeft()));
            return counts.allGood() ? 0 : SOME_CODES_BAD;
        } catch (IOException e) {
            throw new CommandFailure("the file " + file + " cannot be read: " + FileFailure.reason(e), e);
        }
    }

    private long count() throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isEmpty()).count();
        }
    }

    /** Bytes as characters: what is not ASCII is refused with its line, whatever it was meant to be. */
    private void send(CodeSending sending) throws IOException, InterruptedException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String code = ++number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(3) : line;
                if (!code.isEmpty()) {
                    sending.send(number, code);
                }
            }
        }
        sending.finish();
    }
}
