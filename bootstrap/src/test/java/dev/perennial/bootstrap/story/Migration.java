package dev.perennial.bootstrap.story;

import dev.perennial.bootstrap.command.migrating.MigrateCommand;
import dev.perennial.contract.member.v1.ImportMembersRequest;
import dev.perennial.contract.member.v1.ImportMembersResponse;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.MigrationServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;

/** A shop moves to the platform. */
record Migration(Shop shop, Path folder) {

    /** What the command says, behind its exit status. */
    String command(List<String> options, String... more) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), shop.key);
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(more));
        arguments.add("--key-file=" + key);
        arguments.add("--server=127.0.0.1:" + Platform.SERVER.port());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new CommandLine(new MigrateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return status + " " + out + err;
    }

    /** Each argument is a request of its own; all of them go over one stream. */
    @SafeVarargs
    static List<ImportMembersResponse> sends(Shop shop, boolean dryRun, List<ImportedMember>... requests) {
        CompletableFuture<List<ImportMembersResponse>> ended = new CompletableFuture<>();
        List<ImportMembersResponse> replies = new ArrayList<>();
        StreamObserver<ImportMembersRequest> stream = MigrationServiceGrpc.newStub(shop.channel)
                .importMembers(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportMembersResponse reply) {
                        replies.add(reply);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        ended.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        ended.complete(replies);
                    }
                });
        for (List<ImportedMember> members : requests) {
            stream.onNext(ImportMembersRequest.newBuilder()
                    .setImportId("migration")
                    .setDryRun(dryRun)
                    .addAllMembers(members)
                    .build());
        }
        stream.onCompleted();
        return ended.join();
    }
}
