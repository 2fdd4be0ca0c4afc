package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * An error as its caller reads it; reading it checks that it is in the one error model and tells nothing of the server.
 */
public record Refused(Code code, String reason, String message, List<String> fields) {

    private static final Pattern INSIDES = Pattern.compile(
            "(?i)java\\.|javax|io\\.grpc|com\\.google|dev\\.perennial|exception|\\bselect |\\binsert |\\bupdate .* set"
                    + "|jdbc|mysql|mariadb|localhost|127\\.0\\.0\\.1|\\bat [a-z]+\\.[a-z]+\\.");

    /** What the call was refused with. */
    public static Refused by(ThrowingCallable call) {
        StatusRuntimeException thrown = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(thrown).as("the call must be refused").isNotNull();
        return of(Objects.requireNonNull(StatusProto.fromThrowable(thrown)));
    }

    /** What the call was refused with, as it came over the wire. */
    public static byte[] bytesOf(ThrowingCallable call) {
        StatusRuntimeException thrown = catchThrowableOfType(StatusRuntimeException.class, call);
        return Objects.requireNonNull(
                Objects.requireNonNull(thrown.getTrailers()).get(MetadataKeys.STATUS_DETAILS));
    }

    public static Refused of(Status status) {
        try {
            List<Any> infos = status.getDetailsList().stream()
                    .filter(detail -> detail.is(ErrorInfo.class))
                    .toList();
            assertThat(infos).as("exactly one ErrorInfo in %s", status).hasSize(1);
            ErrorInfo info = infos.getFirst().unpack(ErrorInfo.class);
            assertThat(info.getDomain()).isEqualTo("perennial.dev");
            assertThat(info.getReason()).matches("[A-Z][A-Z_]+[A-Z]");
            BadRequest bad = BadRequest.getDefaultInstance();
            for (Any detail : status.getDetailsList()) {
                bad = detail.is(BadRequest.class) ? detail.unpack(BadRequest.class) : bad;
            }
            assertThat(status.getMessage() + info.getMetadataMap() + bad).doesNotContainPattern(INSIDES);
            return new Refused(
                    io.grpc.Status.fromCodeValue(status.getCode()).getCode(),
                    info.getReason(),
                    status.getMessage(),
                    bad.getFieldViolationsList().stream()
                            .map(BadRequest.FieldViolation::getField)
                            .toList());
        } catch (InvalidProtocolBufferException corrupt) {
            throw new AssertionError(corrupt);
        }
    }
}
