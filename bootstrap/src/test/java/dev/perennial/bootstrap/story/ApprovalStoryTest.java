package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.AdjustmentProposal;
import dev.perennial.contract.ledger.v1.AdjustmentServiceGrpc;
import dev.perennial.contract.ledger.v1.AdjustmentServiceGrpc.AdjustmentServiceBlockingStub;
import dev.perennial.contract.ledger.v1.ApproveAdjustmentRequest;
import dev.perennial.contract.ledger.v1.ApproveAdjustmentResponse;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.ledger.v1.ExpiredWithin;
import dev.perennial.contract.ledger.v1.GetAdjustmentProposalRequest;
import dev.perennial.contract.ledger.v1.ListAdjustmentProposalsRequest;
import dev.perennial.contract.ledger.v1.ListAdjustmentProposalsResponse;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.ledger.v1.ProposalState;
import dev.perennial.contract.ledger.v1.ProposeAdjustmentRequest;
import dev.perennial.contract.ledger.v1.RejectAdjustmentRequest;
import dev.perennial.contract.ledger.v1.UnitsToReinstate;
import dev.perennial.persistence.audit.Finding;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More than 1,000 points a day are not given or taken by one person alone. */
class ApprovalStoryTest {

    private final Shop shop = Platform.newSandbox()
            .runs(aProgram(aRule("base").perEuro(1).expiringAfter(30)).withApprovalAbove(1_000))
            .enrols("alice")
            .enrols("bob");
    private final AdjustmentServiceBlockingStub adjustments = AdjustmentServiceGrpc.newBlockingStub(shop.channel);

    @Test
    void somebodyElseApprovesWhatOnePersonMayNotDoAlone() {
        assertThat(adjusts("alice", "kim", 1_001, "a1")).isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");
        AdjustmentProposal proposal = proposes("alice", "kim", 5_000, "p1");
        assertThat(proposal.getState()).isEqualTo(ProposalState.PROPOSAL_STATE_OPEN);
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 0, 0));

        assertThat(refusal(approval(proposal, "kim", "y1"))).isEqualTo("FAILED_PRECONDITION SAME_ACTOR");
        ApproveAdjustmentRequest byMaria = approval(proposal, "maria", "y2");
        Reply<ApproveAdjustmentResponse> approved = Reply.of(adjustments, stub -> stub.approveAdjustment(byMaria));
        assertThat(approved.message().getProposal().getState()).isEqualTo(ProposalState.PROPOSAL_STATE_APPROVED);
        assertThat(Words.of(approved.message().getEntriesList()))
                .containsExactly("ADJUST 5000 ADJUSTED→AVAILABLE lot 1 @day 0");
        assertThat(Reply.of(adjustments, stub -> stub.approveAdjustment(byMaria))
                        .replayed())
                .isTrue();
        assertThat(refusal(approval(proposal, "peter", "y3"))).isEqualTo("FAILED_PRECONDITION PROPOSAL_STATE");
        assertThat(shop.points("alice")).isEqualTo(new Points(5_000, 0, 0));

        Entry entry = statement("alice").getFirst();
        assertThat(List.of(entry.getActor(), entry.getApprover(), entry.getReason()))
                .containsExactly("kim", "maria", "a mishap");
        assertThat(Rows.events(shop, "alice"))
                .containsExactly(
                        "enrolled",
                        "proposal OPEN @day 0",
                        "ADJUST 5000 ADJUSTED→AVAILABLE lot 1 @day 0",
                        "proposal APPROVED @day 0");
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void manySmallCorrectionsAreNoWayAroundIt() {
        assertThat(adjusts("alice", "kim", 700, "a1")).isEmpty();
        assertThat(adjusts("alice", "kim", -300, "a2")).isEmpty();
        assertThat(adjusts("alice", "kim", 1, "a3")).isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");
        assertThat(adjusts("alice", "maria", 100, "a4")).as("another person").isEmpty();
        assertThat(adjusts("bob", "kim", 1_000, "a5")).as("another member").isEmpty();

        shop.advances(day(1));
        assertThat(adjusts("alice", "kim", 1_000, "a3")).as("a day later").isEmpty();
        assertThat(adjusts("alice", "kim", 1, "a6")).isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");
    }

    @Test
    void whatWasApprovedDoesNotCountAsDoneAlone() {
        AdjustmentProposal proposal = proposes("alice", "kim", 5_000, "p1");
        adjustments.approveAdjustment(approval(proposal, "maria", "y1"));
        assertThat(adjusts("alice", "kim", 1_000, "a1")).isEmpty();
        assertThat(adjusts("alice", "maria", -1_000, "a2")).isEmpty();
    }

    @Test
    void howeverManyApproveItAtOnceItIsCarriedOutOnce() {
        AdjustmentProposal proposal = proposes("alice", "kim", 5_000, "p1");
        List<String> outcomes = Together.callers(8, i -> {
            try {
                adjustments.approveAdjustment(approval(proposal, "checker-" + i, "y" + i));
                return "done";
            } catch (StatusRuntimeException refused) {
                return ApiError.of(refused).reason();
            }
        });
        assertThat(outcomes).containsOnlyOnce("done").containsOnly("done", "PROPOSAL_STATE");
        assertThat(shop.points("alice")).isEqualTo(new Points(5_000, 0, 0));
    }

    @Test
    void whatIsNotPossibleStaysOpenUntilItIsOrSomebodyRejectsItOrTimeIsOver() {
        AdjustmentProposal taking = proposes("alice", "kim", -5_000, "p1");
        assertThat(refusal(approval(taking, "maria", "y1"))).isEqualTo("FAILED_PRECONDITION INSUFFICIENT_UNITS");
        assertThat(state(taking)).isEqualTo(ProposalState.PROPOSAL_STATE_OPEN);
        shop.buys("alice", "o1", euros(6_000)).on(day(0)).told();
        adjustments.approveAdjustment(approval(taking, "maria", "y1"));
        assertThat(shop.points("alice")).isEqualTo(new Points(1_000, 0, 0));

        AdjustmentProposal unwanted = proposes("alice", "kim", 2_000, "p2");
        adjustments.rejectAdjustment(RejectAdjustmentRequest.newBuilder()
                .setMemberId("alice")
                .setProposalNumber(unwanted.getNumber())
                .setActor("maria")
                .setBecause("the wrong customer")
                .setRequestId("n1")
                .build());
        assertThat(refusal(approval(unwanted, "peter", "y2"))).isEqualTo("FAILED_PRECONDITION PROPOSAL_STATE");

        AdjustmentProposal late = proposes("bob", "kim", 2_000, "p3");
        shop.advances(day(7));
        assertThat(refusal(approval(late, "maria", "y3"))).isEqualTo("FAILED_PRECONDITION PROPOSAL_STATE");
        AdjustmentProposal open = proposes("bob", "kim", 2_001, "p4");
        assertThat(numbers(ProposalState.PROPOSAL_STATE_UNSPECIFIED))
                .containsExactly("bob 2001", "bob 2000", "alice 2000", "alice -5000");
        assertThat(numbers(ProposalState.PROPOSAL_STATE_OPEN)).containsExactly("bob " + open.getAmount());
        assertThat(numbers(ProposalState.PROPOSAL_STATE_LAPSED)).containsExactly("bob 2000");
        assertThat(numbers(ProposalState.PROPOSAL_STATE_APPROVED)).containsExactly("alice -5000");
        assertThat(numbers(ProposalState.PROPOSAL_STATE_REJECTED)).containsExactly("alice 2000");
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void givingBackWhatRanOutNeedsItToo() {
        shop.buys("alice", "o1", euros(6_000)).on(day(0)).told();
        shop.advances(day(40));
        assertThat(Reply.refusalOf(
                        () -> shop.ledger.reinstateUnits(Reinstating.request("alice", "b1", day(30), day(40)))))
                .isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");
        ExpiredWithin april =
                Reinstating.request("alice", "b1", day(30), day(40)).getWithin();
        AdjustmentProposal proposal = adjustments
                .proposeAdjustment(proposal("alice", "kim", "p1")
                        .setReinstate(
                                UnitsToReinstate.newBuilder().setWithin(april).setExpiresAfterDays(10))
                        .build())
                .getProposal();
        adjustments.approveAdjustment(approval(proposal, "maria", "y1"));
        assertThat(shop.points("alice")).isEqualTo(new Points(6_000, 0, 0));
        shop.advances(day(51));
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 0, 0));
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void whatIsProposedOfAllThatRanOutIsWhatThatWasThen() {
        shop.buys("alice", "o1", euros(6_000)).on(day(0)).told();
        shop.advances(day(15));
        shop.buys("alice", "o2", euros(1_500)).on(day(15)).told();
        ExpiredWithin spring =
                Reinstating.request("alice", "b1", day(30), day(60)).getWithin();
        UnitsToReinstate all = UnitsToReinstate.newBuilder()
                .setWithin(spring)
                .setExpiresAfterDays(20)
                .build();
        assertThat(Reply.refusalOf(() -> proposes(all, "p0"))).isEqualTo("FAILED_PRECONDITION NOTHING_EXPIRED");

        shop.advances(day(40));
        AdjustmentProposal first = proposes(all, "p1");
        assertThat(first.getReinstate().getAmount()).isEqualTo(6_000);
        shop.advances(day(46));
        adjustments.approveAdjustment(approval(first, "maria", "y1"));
        assertThat(shop.points("alice")).as("1,500 more ran out meanwhile").isEqualTo(new Points(6_000, 0, 0));

        AdjustmentProposal second = proposes(all, "p2");
        assertThat(second.getReinstate().getAmount()).isEqualTo(1_500);
        shop.ledger.reinstateUnits(Reinstating.request("alice", "b2", day(30), day(60)).toBuilder()
                .setAmount(600)
                .build());
        assertThat(refusal(approval(second, "maria", "y2"))).isEqualTo("FAILED_PRECONDITION MORE_THAN_EXPIRED");
        assertThat(state(second)).isEqualTo(ProposalState.PROPOSAL_STATE_OPEN);
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    private AdjustmentProposal proposes(UnitsToReinstate units, String requestId) {
        return adjustments
                .proposeAdjustment(
                        proposal("alice", "kim", requestId).setReinstate(units).build())
                .getProposal();
    }

    @Test
    void whoeverCorrectsSaysWhoItIsByWhateverSpelling() {
        assertThat(adjusts("alice", "", 1, "a1")).isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(adjusts("alice", " ", 1, "a2")).isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(adjusts("alice", "kim", 700, "a3")).isEmpty();
        assertThat(adjusts("alice", "Kim ", 301, "a4")).isEqualTo("FAILED_PRECONDITION APPROVAL_NEEDED");
        assertThat(adjusts("alice", "Kim ", 300, "a5")).isEmpty();
    }

    @Test
    void onlyWhatIsKnownIsProposedAndDecided() {
        assertThat(Reply.refusalOf(() -> proposes("nobody", "kim", 1, "p1"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(Reply.refusalOf(() -> adjustments.proposeAdjustment(proposal("alice", "kim", "p1")
                        .setUnit("gold")
                        .setAmount(1)
                        .build())))
                .isEqualTo("NOT_FOUND UNIT_NOT_FOUND");
        AdjustmentProposal unknown = AdjustmentProposal.newBuilder()
                .setMemberId("alice")
                .setNumber(99)
                .build();
        assertThat(refusal(approval(unknown, "maria", "y1"))).isEqualTo("NOT_FOUND PROPOSAL_NOT_FOUND");
        assertThat(Reply.refusalOf(() -> state(unknown))).isEqualTo("NOT_FOUND PROPOSAL_NOT_FOUND");
        Shop another =
                Platform.newSandbox().runs(aProgram(aRule("base").perEuro(1))).enrols("alice");
        AdjustmentProposal ours = proposes("alice", "kim", 5_000, "p1");
        assertThat(Reply.refusalOf(() -> AdjustmentServiceGrpc.newBlockingStub(another.channel)
                        .approveAdjustment(approval(ours, "maria", "y1"))))
                .isEqualTo("NOT_FOUND PROPOSAL_NOT_FOUND");
    }

    /** The refusal; empty when it is done. */
    private String adjusts(String member, String actor, long amount, String requestId) {
        try {
            shop.ledger.adjustUnits(request(member, actor, amount, requestId));
            return "";
        } catch (StatusRuntimeException refused) {
            return ApiError.of(refused).code() + " " + ApiError.of(refused).reason();
        }
    }

    private AdjustUnitsRequest request(String member, String actor, long amount, String requestId) {
        return shop.adjustment(member, amount, requestId).toBuilder()
                .setActor(actor)
                .build();
    }

    private static ProposeAdjustmentRequest.Builder proposal(String member, String actor, String requestId) {
        return ProposeAdjustmentRequest.newBuilder()
                .setMemberId(member)
                .setUnit("points")
                .setReason("a mishap")
                .setActor(actor)
                .setRequestId(requestId);
    }

    private AdjustmentProposal proposes(String member, String actor, long amount, String requestId) {
        return adjustments
                .proposeAdjustment(
                        proposal(member, actor, requestId).setAmount(amount).build())
                .getProposal();
    }

    private static ApproveAdjustmentRequest approval(AdjustmentProposal proposal, String actor, String requestId) {
        return ApproveAdjustmentRequest.newBuilder()
                .setMemberId(proposal.getMemberId())
                .setProposalNumber(proposal.getNumber())
                .setActor(actor)
                .setRequestId(requestId)
                .build();
    }

    private String refusal(ApproveAdjustmentRequest request) {
        return Reply.refusalOf(() -> adjustments.approveAdjustment(request));
    }

    private ProposalState state(AdjustmentProposal proposal) {
        return adjustments
                .getAdjustmentProposal(GetAdjustmentProposalRequest.newBuilder()
                        .setMemberId(proposal.getMemberId())
                        .setProposalNumber(proposal.getNumber())
                        .build())
                .getProposal()
                .getState();
    }

    /** Page by page. */
    private List<String> numbers(ProposalState state) {
        List<String> found = new ArrayList<>();
        String token = "";
        do {
            ListAdjustmentProposalsResponse page =
                    adjustments.listAdjustmentProposals(ListAdjustmentProposalsRequest.newBuilder()
                            .setState(state)
                            .setPageSize(2)
                            .setPageToken(token)
                            .build());
            page.getProposalsList().forEach(each -> found.add(each.getMemberId() + " " + each.getAmount()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return found;
    }

    private List<Entry> statement(String member) {
        return shop.ledger
                .listEntries(ListEntriesRequest.newBuilder().setMemberId(member).build())
                .getEntriesList();
    }
}
