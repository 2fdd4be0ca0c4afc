package dev.perennial.bootstrap.command.migrating;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.sending.Patience;
import dev.perennial.contract.member.v1.ImportMembersRequest;
import dev.perennial.contract.member.v1.ImportMembersResponse;
import dev.perennial.contract.member.v1.ImportProgress;
import dev.perennial.contract.member.v1.RefusedRow;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends members over a stream, a few requests ahead of the replies. When the stream breaks, another is opened and
 * whatever got no reply is sent again, in its order; a member who is there already does not come twice. A dry run cannot
 * go on, because the server remembers its rows for one stream only.
 */
final class MigrationSending {

    private static final int PORTION = 250;
    private static final int AHEAD_MAX = 3;
    private static final long SILENCE_SECONDS_MAX = 120;

    private final ApiClient api;
    private final ImportMembersRequest template;
    private final MigrationReport report;
    private final Patience patience = new Patience();
    private final Deque<List<ReadMember>> unanswered = new ArrayDeque<>();
    private final List<ReadMember> waiting = new ArrayList<>();
    private ImportProgress before = ImportProgress.getDefaultInstance();
    private BlockingClientCall<ImportMembersRequest, ImportMembersResponse> stream;

    /** @param template what every request has */
    MigrationSending(ApiClient api, ImportMembersRequest template, MigrationReport report) {
        this.api = api;
        this.template = template;
        this.report = report;
        this.stream = api.memberStream().importMembers();
    }

    void send(ReadMember member) throws InterruptedException {
        waiting.add(member);
        if (waiting.size() == PORTION) {
            sendPortion();
        }
    }

    /** After the last member: waits until each has its reply. */
    void finish() throws InterruptedException {
        if (!waiting.isEmpty()) {
            sendPortion();
        }
        while (!unanswered.isEmpty()) {
            readReply();
        }
        stream.halfClose();
    }

    private void sendPortion() throws InterruptedException {
        while (unanswered.size() >= AHEAD_MAX) {
            readReply();
        }
        List<ReadMember> portion = List.copyOf(waiting);
        waiting.clear();
        unanswered.add(portion);
        try {
            write(portion);
        } catch (StatusException broken) {
            reopen(broken);
        }
    }

    /** What cannot be written has no reply either, and reading tells why. */
    private void write(List<ReadMember> portion) throws InterruptedException, StatusException {
        var _ = stream.write(template.toBuilder()
                .addAllMembers(portion.stream().map(ReadMember::message).toList())
                .build());
    }

    private void readReply() throws InterruptedException {
        try {
            ImportMembersResponse reply = stream.read(SILENCE_SECONDS_MAX, TimeUnit.SECONDS);
            if (reply == null) {
                reopen(Status.UNAVAILABLE.asException());
            } else {
                patience.worked();
                answered(unanswered.remove(), reply);
            }
        } catch (TimeoutException silent) {
            reopen(Status.UNAVAILABLE.asException());
        } catch (StatusException broken) {
            reopen(broken);
        }
    }

    private void answered(List<ReadMember> portion, ImportMembersResponse reply) {
        ImportProgress now = reply.getProgress();
        report.answered(now.getTaken() - before.getTaken(), now.getKnown() - before.getKnown());
        before = now;
        Map<Long, ReadMember> byLine = portion.stream()
                .collect(Collectors.toMap(member -> member.message().getRow(), Function.identity()));
        for (RefusedRow refused : reply.getRefusedList()) {
            ReadMember member = byLine.get(refused.getRow());
            if (member != null) {
                report.refused(member, member.faults(refused));
            }
        }
    }

    private void reopen(StatusException broken) throws InterruptedException {
        switch (broken.getStatus().getCode()) {
            case UNAVAILABLE, ABORTED, CANCELLED, INTERNAL, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED -> {}
            default -> throw new StatusRuntimeException(broken.getStatus(), broken.getTrailers());
        }
        if (template.getDryRun()) {
            throw new CommandFailure("the connection to " + api.server() + " is lost: run the dry run again", broken);
        }
        stream.cancel("broken", null);
        patience.pause("the connection to " + api.server() + " is lost");
        before = ImportProgress.getDefaultInstance();
        stream = api.memberStream().importMembers();
        try {
            for (List<ReadMember> portion : unanswered) {
                write(portion);
            }
        } catch (StatusException again) {
            reopen(again);
        }
    }
}
