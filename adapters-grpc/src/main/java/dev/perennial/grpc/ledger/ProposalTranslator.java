package dev.perennial.grpc.ledger;

import dev.perennial.contract.ledger.v1.AdjustmentProposal;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.Optional;

/** Proposed corrections. */
final class ProposalTranslator {

    private ProposalTranslator() {}

    /** @param asOf when it is told: time alone makes it lapse */
    static AdjustmentProposal proposal(Proposal proposal, Instant asOf) {
        AdjustmentProposal.Builder proto = AdjustmentProposal.newBuilder()
                .setMemberId(proposal.member().value())
                .setNumber(proposal.number())
                .setUnit(proposal.what().unit().value())
                .setReason(proposal.reason())
                .setProposer(proposal.proposer())
                .setProposedAt(Times.toProto(proposal.proposedAt()))
                .setExpiresAt(Times.toProto(proposal.expiresAt()))
                .setState(state(proposal.stateAt(asOf)))
                .setDecider(proposal.decider())
                .setDecidedBy(proposal.decidedBy())
                .setBecause(proposal.because());
        switch (proposal.what()) {
            case Correction.Adjust(var unit, long amount) -> proto.setAmount(amount);
            case Correction.Reinstate(var what) -> proto.setReinstate(Reinstatements.units(what));
        }
        Instant decidedAt = proposal.decidedAt();
        if (decidedAt != null) {
            proto.setDecidedAt(Times.toProto(decidedAt));
        }
        return proto.build();
    }

    private static dev.perennial.contract.ledger.v1.ProposalState state(ProposalState state) {
        return switch (state) {
            case OPEN -> dev.perennial.contract.ledger.v1.ProposalState.PROPOSAL_STATE_OPEN;
            case APPROVED -> dev.perennial.contract.ledger.v1.ProposalState.PROPOSAL_STATE_APPROVED;
            case REJECTED -> dev.perennial.contract.ledger.v1.ProposalState.PROPOSAL_STATE_REJECTED;
            case LAPSED -> dev.perennial.contract.ledger.v1.ProposalState.PROPOSAL_STATE_LAPSED;
        };
    }

    static Optional<ProposalState> state(dev.perennial.contract.ledger.v1.ProposalState state) {
        return switch (state) {
            case PROPOSAL_STATE_OPEN -> Optional.of(ProposalState.OPEN);
            case PROPOSAL_STATE_APPROVED -> Optional.of(ProposalState.APPROVED);
            case PROPOSAL_STATE_REJECTED -> Optional.of(ProposalState.REJECTED);
            case PROPOSAL_STATE_LAPSED -> Optional.of(ProposalState.LAPSED);
            case PROPOSAL_STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
