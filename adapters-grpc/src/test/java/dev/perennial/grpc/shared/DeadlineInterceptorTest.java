package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.EnrolMemberResponse;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * On the server's side: nothing happens for a caller whose deadline has passed, however late the call gets its turn.
 */
class DeadlineInterceptorTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Hand clock = new Hand();
    private final Call call = new Call();
    private final List<String> service = new ArrayList<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aCallThatComesTooLateNeverReachesItsService() {
        ServerCall.Listener<EnrolMemberRequest> listener = startWithin(-1);
        listener.onMessage(EnrolMemberRequest.getDefaultInstance());
        listener.onHalfClose();

        assertThat(service).isEmpty();
        assertThat(call.closed).containsExactly(Status.Code.DEADLINE_EXCEEDED);
    }

    @Test
    void aCallThatWaitedTooLongForItsTurnHasNoEffect() {
        ServerCall.Listener<EnrolMemberRequest> listener = startWithin(3_600);
        listener.onMessage(EnrolMemberRequest.getDefaultInstance());
        clock.nanos += TimeUnit.SECONDS.toNanos(3_601);
        listener.onHalfClose();

        assertThat(service).containsExactly("started");
        assertThat(call.closed).containsExactly(Status.Code.DEADLINE_EXCEEDED);
    }

    @Test
    void aCallInTimeIsServed() {
        startWithin(3_600).onHalfClose();

        assertThat(service).containsExactly("started", "served");
        assertThat(call.closed).isEmpty();
    }

    private ServerCall.Listener<EnrolMemberRequest> startWithin(long seconds) {
        Deadline deadline = Deadline.after(seconds, TimeUnit.SECONDS, clock);
        Context.CancellableContext context = Context.current().withDeadline(deadline, timer);
        Context before = context.attach();
        try {
            return new DeadlineInterceptor().interceptCall(call, new Metadata(), (started, headers) -> {
                service.add("started");
                return new ServerCall.Listener<>() {
                    @Override
                    public void onHalfClose() {
                        service.add("served");
                    }
                };
            });
        } finally {
            context.detach(before);
        }
    }

    private static final class Hand extends Deadline.Ticker {

        private long nanos;

        @Override
        public long nanoTime() {
            return nanos;
        }
    }

    private static final class Call extends ServerCall<EnrolMemberRequest, EnrolMemberResponse> {

        private final List<Status.Code> closed = new ArrayList<>();

        @Override
        public void close(Status status, Metadata trailers) {
            closed.add(status.getCode());
        }

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(EnrolMemberResponse message) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<EnrolMemberRequest, EnrolMemberResponse> getMethodDescriptor() {
            return MemberServiceGrpc.getEnrolMemberMethod();
        }
    }
}
