package dev.perennial.application.storage;

/** The ports that take part in one transaction. */
public interface Transaction {

    Requests requests();

    MemberStates members();

    Profiles profiles();

    Identifiers identifiers();

    ProgramVersions programs();

    BudgetUses budgets();

    VoucherCodes codes();

    Rankings rankings();

    ClubScores clubs();

    PoolPlaces pools();

    SandboxClocks clocks();

    Raffles raffles();

    TicketSnapshot ticketSnapshot();

    PublishedTickets publishedTickets();

    Replans replans();

    MemberRecords records();

    MemberMerges merges();

    GuestOrders guestOrders();
}
