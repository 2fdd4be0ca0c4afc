package dev.perennial.persistence.storage;

import dev.perennial.application.storage.BudgetUses;
import dev.perennial.application.storage.ClubScores;
import dev.perennial.application.storage.GuestOrders;
import dev.perennial.application.storage.Identifiers;
import dev.perennial.application.storage.MemberMerges;
import dev.perennial.application.storage.MemberRecords;
import dev.perennial.application.storage.MemberStates;
import dev.perennial.application.storage.PoolPlaces;
import dev.perennial.application.storage.Profiles;
import dev.perennial.application.storage.ProgramVersions;
import dev.perennial.application.storage.PublishedTickets;
import dev.perennial.application.storage.Raffles;
import dev.perennial.application.storage.Rankings;
import dev.perennial.application.storage.Replans;
import dev.perennial.application.storage.Requests;
import dev.perennial.application.storage.SandboxClocks;
import dev.perennial.application.storage.TicketSnapshot;
import dev.perennial.application.storage.Transaction;
import dev.perennial.application.storage.VoucherCodes;
import dev.perennial.persistence.loyalty.JooqClubScores;
import dev.perennial.persistence.loyalty.JooqGuestOrders;
import dev.perennial.persistence.loyalty.JooqMemberMerges;
import dev.perennial.persistence.loyalty.JooqMemberRecords;
import dev.perennial.persistence.loyalty.JooqMemberStates;
import dev.perennial.persistence.loyalty.JooqRankings;
import dev.perennial.persistence.loyalty.Outbox;
import dev.perennial.persistence.loyalty.raffle.JooqPublishedTickets;
import dev.perennial.persistence.loyalty.raffle.JooqRaffles;
import dev.perennial.persistence.loyalty.raffle.JooqTicketSnapshot;
import dev.perennial.persistence.member.JooqIdentifiers;
import dev.perennial.persistence.member.JooqProfiles;
import dev.perennial.persistence.program.JooqProgramVersions;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.shared.RequestKeys;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.TenantKinds;

/** The ports on one connection. */
record JooqTransaction(
        Requests requests,
        MemberStates members,
        Profiles profiles,
        Identifiers identifiers,
        ProgramVersions programs,
        BudgetUses budgets,
        VoucherCodes codes,
        Rankings rankings,
        ClubScores clubs,
        PoolPlaces pools,
        SandboxClocks clocks,
        Raffles raffles,
        TicketSnapshot ticketSnapshot,
        PublishedTickets publishedTickets,
        Replans replans,
        MemberRecords records,
        MemberMerges merges,
        GuestOrders guestOrders)
        implements Transaction {

    static JooqTransaction on(Session session, Outbox outbox, MasterKey master, TenantKinds kinds, boolean writable) {
        RequestKeys keys = new RequestKeys(session);
        return new JooqTransaction(
                new JooqRequests(keys),
                new JooqMemberStates(session, keys, outbox, kinds),
                new JooqProfiles(session, master),
                new JooqIdentifiers(session, master),
                new JooqProgramVersions(session, keys),
                new JooqBudgetUses(session),
                new JooqVoucherCodes(session),
                new JooqRankings(session),
                new JooqClubScores(session),
                new JooqPoolPlaces(session),
                new JooqSandboxClocks(session, kinds, writable),
                new JooqRaffles(session, keys, master),
                new JooqTicketSnapshot(session),
                new JooqPublishedTickets(session),
                new JooqReplans(session),
                new JooqMemberRecords(session),
                new JooqMemberMerges(session),
                new JooqGuestOrders(session, keys));
    }
}
