package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.OUTBOX;

import dev.perennial.application.shared.Payload;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.OutboxRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Committed events on their way to the feed. */
public final class Outbox {

    private static final String AGGREGATE = "member";
    private static final RowInsert APPEND = RowInsert.into(OUTBOX).without(OUTBOX.ID);

    private final Function<Event, Payload> encoder;

    /** @param encoder how events are published */
    public Outbox(Function<Event, Payload> encoder) {
        this.encoder = encoder;
    }

    /**
     * An event on its way to its row.
     *
     * @param sequence its place among the member's events
     */
    record Appended(int member, MemberId memberId, long sequence, Event event, Instant at) {}

    void append(Session session, TenantId tenant, List<Appended> told) {
        session.insert(APPEND, told.stream().map(event -> row(tenant, event)).toList());
    }

    private OutboxRecord row(TenantId tenant, Appended told) {
        return new OutboxRecord(
                null,
                tenant.value(),
                told.member(),
                told.sequence(),
                AGGREGATE,
                told.memberId().value(),
                typeOf(told.event()),
                encoder.apply(told.event()).bytes(),
                told.at());
    }

    /** The names under which routers publish; renaming a class must not rename them. */
    private static String typeOf(Event event) {
        return switch (event) {
            case Event.MemberEnrolled enrolled -> "MemberEnrolled";
            case Event.ProfileUpdated updated -> "ProfileUpdated";
            case Event.IdentifierAdded added -> "IdentifierAdded";
            case Event.IdentifierRemoved removed -> "IdentifierRemoved";
            case Event.MemberStatusChanged changed -> "MemberStatusChanged";
            case Event.ActivityRecorded recorded -> "ActivityRecorded";
            case Event.LevelChanged changed -> "LevelChanged";
            case Event.MembershipChanged changed -> "MembershipChanged";
            case Event.RedemptionChanged changed -> "RedemptionChanged";
            case Event.VoucherChanged changed -> "VoucherChanged";
            case Event.CheckoutChanged changed -> "CheckoutChanged";
            case Event.TransferSent sent -> "TransferSent";
            case Event.TransferReceived received -> "TransferReceived";
            case Event.TransferReturned returned -> "TransferReturned";
            case Event.AdjustmentProposalChanged changed -> "AdjustmentProposalChanged";
            case Event.PoolPlaceChanged changed -> "PoolPlaceChanged";
            case Event.RaffleWon won -> "RaffleWon";
            case Event.LeaderboardJoined joined -> "LeaderboardJoined";
            case Event.LeaderboardLeft left -> "LeaderboardLeft";
            case Event.ClubJoined joined -> "ClubJoined";
            case Event.ClubLeft left -> "ClubLeft";
            case Event.GuestOrdersClaimed claimed -> "GuestOrdersClaimed";
            case Event.MembersMerged merged -> "MembersMerged";
            case Event.UnitsMoved moved -> "UnitsMoved";
        };
    }
}
