package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamRepliesTest {

    private final Recorded observer = new Recorded();
    private final StreamReplies<String> replies = StreamReplies.to(
            observer, thrown -> Status.INTERNAL.withCause(thrown).asRuntimeException(), 10);

    @Test
    void aReplyThatCannotBeSentEndsTheStream() {
        replies.expectOne();
        replies.expectOne();
        replies.answer("unsendable");
        replies.answer("too late");
        replies.noMoreRequests();

        assertThat(observer.saw).containsExactly("INTERNAL: java.lang.IllegalStateException: as told");
    }

    @Test
    void theStreamEndsWithTheLastReply() {
        replies.expectOne();
        replies.noMoreRequests();
        replies.answer("yes");

        assertThat(observer.saw).containsExactly("yes", "end");
    }

    /** What a caller would have seen; one reply cannot be sent. */
    private static final class Recorded extends ServerCallStreamObserver<String> {

        private final List<String> saw = new ArrayList<>();

        @Override
        public void onNext(String reply) {
            if (reply.equals("unsendable")) {
                throw new IllegalStateException("as told");
            }
            saw.add(reply);
        }

        @Override
        public void onError(Throwable thrown) {
            saw.add(Status.fromThrowable(thrown).getCode() + ": " + thrown.getCause());
        }

        @Override
        public void onCompleted() {
            saw.add("end");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void setOnCancelHandler(Runnable handler) {}

        @Override
        public void setOnReadyHandler(Runnable handler) {}

        @Override
        public void setCompression(String compression) {}

        @Override
        public void disableAutoInboundFlowControl() {}

        @Override
        public void disableAutoRequest() {}

        @Override
        public void request(int count) {}

        @Override
        public void setMessageCompression(boolean enable) {}
    }
}
