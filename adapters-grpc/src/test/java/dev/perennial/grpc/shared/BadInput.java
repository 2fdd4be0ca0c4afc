package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A malformed request.
 *
 * @param name the method and what is wrong
 * @param field the field that the refusal must name
 */
public record BadInput(String name, String field, Runnable call) {

    /** What no id may be: missing, too long, not ASCII, or with control characters anywhere. */
    public static final List<String> IDS =
            List.of("", "x".repeat(129), "käthe", "tab\there", "nul\0", "line\n", "del\u007f");

    /** What no text may hold. */
    public static final List<String> CONTROL_CHARACTERS = List.of("a\0", "\u0007b", "line\nbreak", "end\n", "\u0085");

    /** Each is refused as malformed, with its field, in the one error model. */
    public static Stream<DynamicTest> allRefused(Stream<BadInput> inputs) {
        return inputs.map(bad -> DynamicTest.dynamicTest(bad.name + " → " + bad.field, () -> {
            Refused refused = Refused.by(bad.call::run);
            assertThat(refused.code()).as(refused.message()).isEqualTo(Code.INVALID_ARGUMENT);
            assertThat(refused.reason()).isEqualTo("INVALID_REQUEST");
            assertThat(refused.fields()).contains(bad.field);
        }));
    }
}
