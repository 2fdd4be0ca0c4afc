package dev.perennial.grpc.shared;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.util.List;
import java.util.Map;

/**
 * Refusals in the one error model: a status with exactly one ErrorInfo, and each wrong field of a malformed request.
 */
public final class Refusals {

    private static final String DOMAIN = "perennial.dev";

    private Refusals() {}

    public static Status status(Refusal refusal) {
        Status.Builder status =
                status(code(refusal.reason().kind()), refusal.reason().name(), refusal.message(), refusal.details());
        if (refusal.reason().kind() == Reason.Kind.INVALID) {
            status.addDetails(Any.pack(badRequest(refusal.problems())));
        }
        return status.build();
    }

    /** The reason of a status, which is the one that its ErrorInfo names. */
    public static String reason(Status status) {
        for (Any detail : status.getDetailsList()) {
            if (detail.is(ErrorInfo.class)) {
                try {
                    return detail.unpack(ErrorInfo.class).getReason();
                } catch (InvalidProtocolBufferException broken) {
                    throw new IllegalStateException("the server packed it itself", broken);
                }
            }
        }
        throw new IllegalArgumentException("every status has one");
    }

    static Status.Builder status(Code code, String reason, String message, Map<String, String> details) {
        ErrorInfo info = ErrorInfo.newBuilder()
                .setReason(reason)
                .setDomain(DOMAIN)
                .putAllMetadata(details)
                .build();
        return Status.newBuilder().setCode(code.getNumber()).setMessage(message).addDetails(Any.pack(info));
    }

    private static Code code(Reason.Kind kind) {
        return switch (kind) {
            case INVALID -> Code.INVALID_ARGUMENT;
            case UNKNOWN -> Code.NOT_FOUND;
            case EXISTS -> Code.ALREADY_EXISTS;
            case PRECONDITION -> Code.FAILED_PRECONDITION;
            case RACE -> Code.ABORTED;
            case EXHAUSTED -> Code.RESOURCE_EXHAUSTED;
            case RANGE -> Code.OUT_OF_RANGE;
        };
    }

    private static BadRequest badRequest(List<Problem> problems) {
        BadRequest.Builder badRequest = BadRequest.newBuilder();
        for (Problem problem : problems) {
            badRequest.addFieldViolationsBuilder().setField(problem.field()).setDescription(problem.description());
        }
        return badRequest.build();
    }
}
