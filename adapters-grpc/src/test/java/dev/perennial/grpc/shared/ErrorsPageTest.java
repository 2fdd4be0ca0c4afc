package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import io.grpc.Status.Code;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on errors names every reason that a caller can get, under its code, and no other. */
class ErrorsPageTest {

    private static final Path PAGE = Path.of("../docs/errors.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\| `([A-Z_]+)` \\|([^|]*)\\|");
    private static final Pattern KEY = Pattern.compile("`([a-z_]+)`");
    private static final Pattern WORD = Pattern.compile("`([A-Z][A-Z_]+)`");

    @Test
    void listsEveryReasonUnderItsCodeAndNoOther() throws Exception {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            ROW.matcher(line).results().forEach(row -> listed.put(row.group(2), row.group(1)));
        }
        assertThat(listed).isEqualTo(codesByReason());
    }

    @Test
    void namesNothingThatIsNeitherReasonNorCode() throws Exception {
        List<String> known = new ArrayList<>(codesByReason().keySet());
        Stream.of(Code.values()).map(Code::name).forEach(known::add);
        assertThat(WORD.matcher(Files.readString(PAGE)).results().map(word -> word.group(1)))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void namesTheMetadataOfReasonsThatHaveSome() throws Exception {
        Map<String, String> metadata = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            ROW.matcher(line).results().forEach(row -> metadata.put(row.group(2), row.group(3)));
        }
        for (Status status : List.of(
                Refusals.status(Refusal.orderAlreadyRecorded("an order")),
                Refusals.status(Refusal.programVersionMoved(2, 1)),
                Refusals.status(Refusal.memberMoved(2, 1)),
                Failures.internal(new Exchange("an id")))) {
            ErrorInfo info = status.getDetails(0).unpack(ErrorInfo.class);
            assertThat(KEY.matcher(metadata.getOrDefault(info.getReason(), "")).results())
                    .extracting(key -> key.group(1))
                    .containsExactlyInAnyOrderElementsOf(info.getMetadataMap().keySet());
        }
    }

    private static Map<String, String> codesByReason() throws IOException, IllegalAccessException {
        Map<String, String> codes = new TreeMap<>();
        for (Status status : everyStatus()) {
            String code =
                    io.grpc.Status.fromCodeValue(status.getCode()).getCode().name();
            codes.put(status.getDetails(0).unpack(ErrorInfo.class).getReason(), code);
        }
        return codes;
    }

    /** The domain's refusals, and what {@link Failures} holds in its constants and makes for what nobody foresaw. */
    private static List<Status> everyStatus() throws IllegalAccessException {
        List<Status> all = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            all.add(Refusals.status(Refusal.of(reason, "no")));
        }
        for (Field constant : Failures.class.getDeclaredFields()) {
            if (constant.getType() == Status.class) {
                constant.setAccessible(true);
                all.add((Status) constant.get(null));
            }
        }
        all.add(Failures.internal(new Exchange("an id")));
        return all;
    }
}
