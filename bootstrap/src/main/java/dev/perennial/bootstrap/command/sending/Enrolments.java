package dev.perennial.bootstrap.command.sending;

import com.google.common.util.concurrent.ListenableFuture;
import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.bootstrap.command.client.RequestIds;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.EnrolMemberResponse;
import dev.perennial.contract.member.v1.Profile;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Enrols members before their facts are sent, many at once; those who are enrolled already are left as they are. */
public final class Enrolments {

    private static final Metadata.Key<String> REPLAYED =
            Metadata.Key.of("perennial-replayed", Metadata.ASCII_STRING_MARSHALLER);

    private final ApiClient api;
    private final Patience patience = new Patience();
    private final Set<String> known = new HashSet<>();
    private int enrolled;

    private record Call(ListenableFuture<EnrolMemberResponse> reply, AtomicReference<Metadata> headers) {}

    public Enrolments(ApiClient api) {
        this.api = api;
    }

    /** Different members seen so far. */
    public int seen() {
        return known.size();
    }

    /** Members that were not enrolled before. */
    public int enrolled() {
        return enrolled;
    }

    /** Returns when all of them are members. */
    public void ensure(Collection<String> memberIds) throws InterruptedException {
        Profile nothingKnown = Profile.getDefaultInstance();
        ensure(memberIds.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> nothingKnown)));
    }

    /** Returns when all of them are members; a profile is only for those who are new. */
    public void ensure(Map<String, Profile> members) throws InterruptedException {
        Map<String, Profile> missing = new LinkedHashMap<>(members);
        missing.keySet().removeAll(known);
        while (!missing.isEmpty()) {
            Map<String, Call> calls = new LinkedHashMap<>();
            missing.forEach((id, profile) -> calls.put(id, enrol(id, profile)));
            missing.keySet().retainAll(outcome(calls));
            if (!missing.isEmpty()) {
                patience.pause("members cannot be enrolled at " + api.server());
            }
        }
    }

    private Call enrol(String memberId, Profile profile) {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        EnrolMemberRequest request = EnrolMemberRequest.newBuilder()
                .setMemberId(memberId)
                .setProfile(profile)
                .setRequestId(RequestIds.of("enrol", memberId))
                .build();
        return new Call(
                api.membersAsync()
                        .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
                        .enrolMember(request),
                headers);
    }

    /** Waits for all; answers those to try again. */
    private Set<String> outcome(Map<String, Call> calls) throws InterruptedException {
        Set<String> again = new HashSet<>();
        for (Map.Entry<String, Call> call : calls.entrySet()) {
            try {
                call.getValue().reply().get();
                Metadata headers = call.getValue().headers().get();
                enrolled += headers != null && headers.containsKey(REPLAYED) ? 0 : 1;
                known.add(call.getKey());
                patience.worked();
            } catch (ExecutionException e) {
                StatusRuntimeException failure = Status.fromThrowable(e).asRuntimeException();
                if (e.getCause() instanceof StatusRuntimeException whole) {
                    failure = whole;
                }
                ApiError error = ApiError.of(failure);
                if (error.code() == Status.Code.ALREADY_EXISTS) {
                    known.add(call.getKey());
                } else if (error.passing()) {
                    again.add(call.getKey());
                } else {
                    throw failure;
                }
            }
        }
        return again;
    }
}
