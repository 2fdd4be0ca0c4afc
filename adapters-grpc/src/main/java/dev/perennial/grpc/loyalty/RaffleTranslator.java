package dev.perennial.grpc.loyalty;

import com.google.protobuf.ByteString;
import dev.perennial.application.loyalty.raffle.RaffleReport;
import dev.perennial.application.loyalty.raffle.TicketProof;
import dev.perennial.contract.loyalty.v1.Assurance;
import dev.perennial.contract.loyalty.v1.DisqualificationReason;
import dev.perennial.contract.loyalty.v1.Disqualified;
import dev.perennial.contract.loyalty.v1.ProveTicketResponse;
import dev.perennial.contract.loyalty.v1.RaffleState;
import dev.perennial.contract.loyalty.v1.TicketRange;
import dev.perennial.contract.loyalty.v1.Winner;
import dev.perennial.domain.loyalty.raffle.Commitment;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Outcome;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** Raffles for every reply that shows one. */
final class RaffleTranslator {

    private RaffleTranslator() {}

    static dev.perennial.contract.loyalty.v1.Raffle raffle(RaffleReport report) {
        RaffleDocument terms = report.terms();
        Commitment commitment = report.raffle().commitment();
        var proto = dev.perennial.contract.loyalty.v1.Raffle.newBuilder()
                .setRaffleId(terms.id())
                .setName(terms.name())
                .setTicketUnit(terms.ticket())
                .setClosesAt(Times.toProto(terms.closesAt()))
                .setWinnerCount(terms.winners())
                .setBeaconSource(terms.beacon())
                .setAssurance(assurance(terms))
                .setCommitment(bytes(commitment.hash()))
                .setAnnouncedAt(Times.toProto(commitment.announcedAt()));
        switch (report.raffle()) {
            case Raffle.Open open -> proto.setState(RaffleState.RAFFLE_STATE_OPEN);
            case Raffle.Closing closing ->
                proto.setState(RaffleState.RAFFLE_STATE_CLOSING).setMembersRead(closing.membersRead());
            case Raffle.Closed closed -> list(proto, closed).setState(RaffleState.RAFFLE_STATE_CLOSED);
            case Raffle.Drawn drawn -> draw(proto, drawn, report.outcome());
        }
        return proto.build();
    }

    private static dev.perennial.contract.loyalty.v1.Raffle.Builder list(
            dev.perennial.contract.loyalty.v1.Raffle.Builder proto, Raffle.Closed closed) {
        return proto.setMembersRead(closed.membersRead())
                .setRoot(bytes(closed.root()))
                .setMemberCount(closed.members())
                .setTicketCount(closed.tickets())
                .setClosedAt(Times.toProto(closed.closedAt()));
    }

    private static void draw(
            dev.perennial.contract.loyalty.v1.Raffle.Builder proto, Raffle.Drawn drawn, Outcome outcome) {
        list(proto, drawn.closed())
                .setState(RaffleState.RAFFLE_STATE_DRAWN)
                .setSeed(bytes(drawn.seed()))
                .setBeacon(drawn.beacon())
                .setDrawnAt(Times.toProto(drawn.drawnAt()))
                .addAllWinners(
                        outcome.winners().stream().map(RaffleTranslator::winner).toList())
                .addAllDisqualified(outcome.disqualified().stream()
                        .map(RaffleTranslator::disqualified)
                        .toList());
    }

    private static Winner winner(Place place) {
        return Winner.newBuilder()
                .setPlace(place.number())
                .setTicket(place.ticket())
                .setPseudonym(bytes(place.holder().tickets().pseudonym()))
                .setMemberId(place.holder().member().value())
                .build();
    }

    private static Disqualified disqualified(Outcome.Disqualified gone) {
        Winner drawn = winner(gone.place());
        return Disqualified.newBuilder()
                .setPlace(drawn.getPlace())
                .setTicket(drawn.getTicket())
                .setPseudonym(drawn.getPseudonym())
                .setMemberId(drawn.getMemberId())
                .setReason(DisqualificationReason.DISQUALIFICATION_REASON_TICKETS_TAKEN_BACK)
                .setTakenBack(gone.takenBack())
                .build();
    }

    private static Assurance assurance(RaffleDocument terms) {
        return switch (dev.perennial.domain.loyalty.raffle.Assurance.of(terms)) {
            case TAMPER_EVIDENT -> Assurance.ASSURANCE_TAMPER_EVIDENT;
            case PUBLICLY_VERIFIABLE -> Assurance.ASSURANCE_PUBLICLY_VERIFIABLE;
        };
    }

    static TicketRange range(dev.perennial.domain.loyalty.raffle.TicketRange range) {
        return TicketRange.newBuilder()
                .setPseudonym(bytes(range.pseudonym()))
                .setFirst(range.first())
                .setCount(range.count())
                .build();
    }

    static ProveTicketResponse proof(TicketProof proof) {
        List<ByteString> path =
                proof.path().stream().map(RaffleTranslator::bytes).toList();
        return ProveTicketResponse.newBuilder()
                .setTickets(range(proof.holder().tickets()))
                .setMemberKey(bytes(proof.key()))
                .setLine(proof.line())
                .setMemberCount(proof.raffle().members())
                .addAllPath(path)
                .setRoot(bytes(proof.raffle().root()))
                .build();
    }

    private static ByteString bytes(Hash hash) {
        return ByteString.copyFrom(hash.bytes());
    }
}
