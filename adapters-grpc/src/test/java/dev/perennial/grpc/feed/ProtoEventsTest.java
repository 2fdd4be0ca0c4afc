package dev.perennial.grpc.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.ledger.v1.Account;
import dev.perennial.contract.ledger.v1.EntryKind;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Samples;
import org.junit.jupiter.api.Test;

/** What the outbox keeps can be read by anybody who has the contract. */
class ProtoEventsTest {

    @Test
    void everyEventIsOneOfTheContracts() throws Exception {
        assertThat(event(new Event.MemberEnrolled(false)).hasMemberEnrolled()).isTrue();
        assertThat(event(new Event.MemberEnrolled(true)).getMemberEnrolled().getImported())
                .isTrue();
        assertThat(event(new Event.ProfileUpdated(3)).getProfileUpdated().getEtag())
                .isEqualTo("r3");

        var recorded = event(
                        new Event.ActivityRecorded(5, dev.perennial.domain.activity.ActivityType.VISIT, Samples.NOW))
                .getActivityRecorded();
        assertThat(recorded.getActivityNumber()).isEqualTo(5);
        assertThat(recorded.getType()).isEqualTo(ActivityType.ACTIVITY_TYPE_VISIT);
        assertThat(recorded.getOccurredAt()).isEqualTo(Samples.now());
    }

    @Test
    void aWinIsToldWithTheTicketThatWasDrawn() throws Exception {
        var won = event(new Event.RaffleWon(Samples.NOW, "spring", 2, 31)).getRaffleWon();
        assertThat(won.getDrawnAt()).isEqualTo(Samples.now());
        assertThat(won.getRaffleId()).isEqualTo("spring");
        assertThat(won.getPlace()).isEqualTo(2);
        assertThat(won.getTicket()).isEqualTo(31);
    }

    @Test
    void anEntryIsToldInFull() throws Exception {
        Entry entry = new Entry(
                9,
                new UnitId("points"),
                dev.perennial.domain.ledger.Account.AVAILABLE,
                dev.perennial.domain.ledger.Account.EXPIRED,
                40,
                2,
                dev.perennial.domain.ledger.EntryKind.EXPIRE,
                new Cause(Cause.Trigger.DUE, 2, 5, "welcome", 1),
                Samples.NOW,
                null);
        var told = event(new Event.UnitsMoved(entry)).getUnitsMoved().getEntry();
        assertThat(told.getFrom()).isEqualTo(Account.ACCOUNT_AVAILABLE);
        assertThat(told.getTo()).isEqualTo(Account.ACCOUNT_EXPIRED);
        assertThat(told.getKind()).isEqualTo(EntryKind.ENTRY_KIND_EXPIRE);
        assertThat(told.getAmount()).isEqualTo(40);
        assertThat(told.getLotNumber()).isEqualTo(2);
        assertThat(told.hasCorrects()).isFalse();
        assertThat(told.getCause().getRule()).isEqualTo("welcome");
    }

    private static dev.perennial.contract.feed.v1.Event event(Event event) throws Exception {
        return dev.perennial.contract.feed.v1.Event.parseFrom(
                new ProtoEvents().apply(event).bytes());
    }
}
