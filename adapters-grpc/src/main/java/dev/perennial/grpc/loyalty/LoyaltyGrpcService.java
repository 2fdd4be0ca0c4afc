package dev.perennial.grpc.loyalty;

import dev.perennial.application.activity.EntryExplanations;
import dev.perennial.application.loyalty.progress.MemberProgress;
import dev.perennial.contract.loyalty.v1.ExplainEntryRequest;
import dev.perennial.contract.loyalty.v1.ExplainEntryResponse;
import dev.perennial.contract.loyalty.v1.GetProgressRequest;
import dev.perennial.contract.loyalty.v1.GetProgressResponse;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** What members work towards, and why they own what they own. */
public final class LoyaltyGrpcService extends LoyaltyServiceGrpc.LoyaltyServiceImplBase {

    private final MemberProgress progress;
    private final EntryExplanations explanations;

    public LoyaltyGrpcService(MemberProgress progress, EntryExplanations explanations) {
        this.progress = progress;
        this.explanations = explanations;
    }

    @Override
    public void getProgress(GetProgressRequest request, StreamObserver<GetProgressResponse> observer) {
        Replies.send(
                progress.get(Caller.tenant(), new MemberId(request.getMemberId()))
                        .map(now -> GetProgressResponse.newBuilder()
                                .setProgress(ProgressTranslator.progress(now))
                                .build()),
                observer);
    }

    @Override
    public void explainEntry(ExplainEntryRequest request, StreamObserver<ExplainEntryResponse> observer) {
        String member = request.getMemberId();
        Replies.send(
                explanations
                        .explain(Caller.tenant(), new MemberId(member), request.getEntryNumber())
                        .map(why -> ExplainEntryResponse.newBuilder()
                                .setExplanation(EntryExplanationTranslator.explanation(member, why))
                                .build()),
                observer);
    }
}
