package dev.perennial.bootstrap.command.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An error as the API words it.
 *
 * @param reason the API's own name for it, such as {@code MEMBER_NOT_FOUND}; empty when the error is not the API's
 * @param violations what is wrong with which field; empty unless the request was malformed
 */
public record ApiError(Status.Code code, String reason, String message, List<FieldViolation> violations) {

    private static final Metadata.Key<String> CORRELATION_ID =
            Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

    public static ApiError of(StatusRuntimeException failure) {
        com.google.rpc.Status status = StatusProto.fromThrowable(failure);
        if (status != null && status.getDetailsCount() > 0) {
            return of(status);
        }
        String description = failure.getStatus().getDescription();
        return new ApiError(failure.getStatus().getCode(), "", description == null ? "" : description, List.of());
    }

    /** What the server's log calls the call that failed; empty when it does not say. */
    public static Optional<String> correlationId(StatusRuntimeException failure) {
        return Optional.ofNullable(failure.getTrailers()).map(trailers -> trailers.get(CORRELATION_ID));
    }

    public static ApiError of(com.google.rpc.Status status) {
        return new ApiError(
                Status.fromCodeValue(status.getCode()).getCode(),
                detail(status, ErrorInfo.class).map(ErrorInfo::getReason).orElse(""),
                status.getMessage(),
                detail(status, BadRequest.class)
                        .map(BadRequest::getFieldViolationsList)
                        .orElse(List.of()));
    }

    /** Whether the same request may well succeed a little later. */
    public boolean passing() {
        return switch (code) {
            case UNAVAILABLE, ABORTED, RESOURCE_EXHAUSTED, DEADLINE_EXCEEDED -> true;
            default -> false;
        };
    }

    /** One line: the reason, the message or the fields. */
    public String line() {
        return worded(" ", "; ");
    }

    /** A line for each field when there are several. */
    String lines() {
        return violations.size() > 1 ? worded("\n  ", "\n  ") : line();
    }

    private String worded(String afterHead, String betweenFields) {
        String head = reason.isEmpty() ? code.name() : reason;
        String fields = violations.stream()
                .map(violation -> violation.getField() + ": " + violation.getDescription())
                .collect(Collectors.joining(betweenFields));
        String body = fields.isEmpty() ? message : fields;
        return body.isEmpty() ? head : head + ":" + afterHead + body;
    }

    private static <M extends Message> Optional<M> detail(com.google.rpc.Status status, Class<M> type) {
        return status.getDetailsList().stream()
                .filter(any -> any.is(type))
                .findFirst()
                .flatMap(any -> unpacked(any, type));
    }

    private static <M extends Message> Optional<M> unpacked(Any any, Class<M> type) {
        try {
            return Optional.of(any.unpack(type));
        } catch (InvalidProtocolBufferException e) {
            // A detail of a newer server that does not read is no reason to hide the error itself.
            return Optional.empty();
        }
    }
}
