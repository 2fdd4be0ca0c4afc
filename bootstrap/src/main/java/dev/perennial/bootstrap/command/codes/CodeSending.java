package dev.perennial.bootstrap.command.codes;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.sending.Patience;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesRequest;
import dev.perennial.contract.loyalty.v1.ImportVoucherCodesResponse;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends codes over a stream, a few requests ahead of the replies. When the stream breaks, another is opened and whatever
 * got no reply is sent again, in its order; a code that is known already is not added again.
 */
final class CodeSending {

    private static final int PORTION = 1_000;

    /** Enough that the server never waits for us, little enough that a stream that breaks has little to repeat. */
    private static final int AHEAD_MAX = 4;

    private static final long SILENCE_SECONDS_MAX = 60;

    private final ApiClient api;
    private final String list;
    private final CodeCounts counts;
    private final Patience patience = new Patience();
    private final Deque<CodePortion> unanswered = new ArrayDeque<>();
    private final List<String> codes = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private BlockingClientCall<ImportVoucherCodesRequest, ImportVoucherCodesResponse> stream;

    CodeSending(ApiClient api, String list, CodeCounts counts) {
        this.api = api;
        this.list = list;
        this.counts = counts;
        this.stream = api.codeStream().importVoucherCodes();
    }

    void send(long line, String code) throws InterruptedException {
        codes.add(code);
        lines.add(line);
        if (codes.size() == PORTION) {
            sendPortion();
        }
    }

    /** After the last code: waits until each has its reply. */
    void finish() throws InterruptedException {
        if (!codes.isEmpty()) {
            sendPortion();
        }
        while (!unanswered.isEmpty()) {
            readReply();
        }
        stream.halfClose();
    }

    private void sendPortion() throws InterruptedException {
        CodePortion portion = new CodePortion(
                ImportVoucherCodesRequest.newBuilder()
                        .setList(list)
                        .addAllCodes(codes)
                        .build(),
                lines);
        codes.clear();
        lines.clear();
        while (unanswered.size() >= AHEAD_MAX) {
            readReply();
        }
        unanswered.add(portion);
        try {
            write(portion);
        } catch (StatusException broken) {
            reopen(broken);
        }
    }

    /** What cannot be written has no reply either, and reading tells why. */
    private void write(CodePortion portion) throws InterruptedException, StatusException {
        var _ = stream.write(portion.request());
    }

    private void readReply() throws InterruptedException {
        try {
            ImportVoucherCodesResponse reply = stream.read(SILENCE_SECONDS_MAX, TimeUnit.SECONDS);
            if (reply == null) {
                reopen(Status.UNAVAILABLE.asException());
            } else {
                patience.worked();
                counts.answered(unanswered.remove(), reply);
            }
        } catch (TimeoutException silent) {
            reopen(Status.UNAVAILABLE.asException());
        } catch (StatusException broken) {
            reopen(broken);
        }
    }

    private void reopen(StatusException broken) throws InterruptedException {
        switch (broken.getStatus().getCode()) {
            case UNAVAILABLE, ABORTED, CANCELLED, INTERNAL, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED -> {}
            default -> throw new StatusRuntimeException(broken.getStatus(), broken.getTrailers());
        }
        stream.cancel("broken", null);
        patience.pause("the connection to " + api.server() + " is lost");
        stream = api.codeStream().importVoucherCodes();
        try {
            for (CodePortion portion : unanswered) {
                write(portion);
            }
        } catch (StatusException again) {
            reopen(again);
        }
    }
}
